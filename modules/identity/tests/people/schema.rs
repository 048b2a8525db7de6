//! People through the schema.

use std::time::Duration;

use async_graphql::{EmptySubscription, MergedObject, Request, Schema, Variables, dataloader::DataLoader};
use directory::{InstitutionLoader, graphql::DirectoryQuery};
use identity::{
    AccountLoader, PersonalData,
    graphql::{IdentityMutation, IdentityQuery},
    personal_data::Modules,
};
use kernel::{access::Role, graphql::Budget, scope::Scope};
use serde_json::{Value, json};

use crate::support::{City, account_of};

#[derive(Default, MergedObject)]
struct Query(DirectoryQuery, IdentityQuery);

const NO_OTHERS: &[PersonalData] = &[];

/// What a document is answered with, on somebody's behalf.
async fn ask(scope: &Scope, document: &str, variables: Value) -> Value {
    let scope = scope.fresh();
    let schema = Schema::build(Query::default(), IdentityMutation, EmptySubscription).finish();
    let institutions = DataLoader::new(InstitutionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    let accounts = DataLoader::new(AccountLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    let request = Request::new(document).variables(Variables::from_json(variables));
    let request =
        request.data(institutions).data(accounts).data(Budget::default()).data(Modules(NO_OTHERS)).data(scope);
    serde_json::to_value(schema.execute(request).await).unwrap()
}

async fn data(scope: &Scope, document: &str, variables: Value) -> Value {
    let mut answer = ask(scope, document, variables).await;
    assert!(answer.get("errors").is_none(), "{document}: {answer}");
    answer["data"].take()
}

async fn code(scope: &Scope, document: &str, variables: Value) -> Value {
    ask(scope, document, variables).await["errors"][0]["extensions"]["code"].take()
}

#[tokio::test]
async fn who_asks_sees_themselves() {
    let city = City::open().await;
    let [school, _] = city.institutions().await;
    let viewer = "{ viewer { id name displayName email isEmailVerified language eraseConfirmation createdAt
        roles { role label institution { name } } children { id } devices { id label isCurrent createdAt seenAt }
        providers { issuer name email linkedAt } invitations { id } } }";
    assert_eq!(data(&city.anonymous(), viewer, json!({})).await, json!({ "viewer": null }));
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    let seen = data(&manager, viewer, json!({})).await["viewer"].take();
    let role =
        json!({ "role": "MANAGER", "label": "opiekun placówki", "institution": { "name": "Szkoła Podstawowa nr 1" } });
    assert_eq!(seen["roles"], json!([role]));
    assert_eq!((&seen["displayName"], &seen["language"]), (&json!("man…"), &json!("PL")));
    assert_eq!(seen["devices"][0]["label"], "Firefox, Android");

    let save = "mutation($input: ProfileUpdateInput!) { profileUpdate(input: $input) {
        viewer { name language } errors { code field message } } }";
    let saved = data(&manager, save, json!({ "input": { "name": " Maria\n Kot ", "language": "UK" } })).await;
    assert_eq!(saved["profileUpdate"]["viewer"], json!({ "name": "Maria Kot", "language": "UK" }));
    let long = data(&manager, save, json!({ "input": { "name": "x".repeat(81), "language": "PL" } })).await;
    let told = json!({ "code": "NAME_TOO_LONG", "field": "name", "message": "Skróć nazwę, najwyżej 80 znaków." });
    assert_eq!(long["profileUpdate"], json!({ "viewer": null, "errors": [told] }));
    let input = json!({ "input": { "name": "x", "language": "PL" } });
    assert_eq!(code(&city.anonymous(), save, input).await, "UNAUTHENTICATED");
}

#[tokio::test]
async fn a_guardian_keeps_children() {
    let city = City::open().await;
    let [school, _] = city.institutions().await;
    let anna = city.person("anna@example.org").await;
    let fields =
        "{ child { id name birthDate age ageInMonths interests { id name } home { label lat lon } school { name } }
        errors { code field } }";
    let create = format!("mutation($input: ChildCreateInput!) {{ childCreate(input: $input) {fields} }}");
    let mut input = json!({ "name": "Ania", "birthDate": "2018-02-03", "interests": ["chess"], "home": "Pogodno",
        "school": school.global() });
    let mut created = data(&anna, &create, json!({ "input": input })).await["childCreate"].take();
    assert_eq!(created["errors"], json!([]));
    let id = created["child"]["id"].take();
    assert_eq!(created["child"]["age"], 8);
    assert_eq!(created["child"]["school"]["name"], "Szkoła Podstawowa nr 1");
    assert_eq!(created["child"]["interests"][0]["name"], "Szachy i warcaby");

    input["home"] = json!("Księżyc");
    let refused = data(&anna, &create, json!({ "input": input })).await["childCreate"].take();
    assert_eq!(refused, json!({ "child": null, "errors": [{ "code": "PLACE_UNKNOWN", "field": "home" }] }));

    let update = format!("mutation($input: ChildUpdateInput!) {{ childUpdate(input: $input) {fields} }}");
    let changed = json!({ "input": { "id": id, "name": "Anka", "birthDate": "2018-02-03" } });
    let updated = data(&anna, &update, changed.clone()).await["childUpdate"].take();
    assert_eq!((&updated["child"]["name"], &updated["child"]["home"]), (&json!("Anka"), &json!(null)));

    let other = city.person("other@example.org").await;
    let child = "query($id: ID!) { child(id: $id) { name } }";
    assert_eq!(data(&other, child, json!({ "id": id })).await["child"], json!(null));
    assert_eq!(data(&anna, child, json!({ "id": id })).await["child"]["name"], "Anka");
    assert_eq!(code(&other, &update, changed).await, "NOT_FOUND");
    let delete = "mutation($input: ChildDeleteInput!) { childDelete(input: $input) { deletedId } }";
    assert_eq!(code(&other, delete, json!({ "input": { "id": id } })).await, "NOT_FOUND");

    // An admin sees it, and that is written down.
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    let account = "query($id: ID!) { account(id: $id) { displayName email roles { role } providers { name } children { name }
        createdAt seenAt language emailVerifiedAt } auditLog(first: 2) { seq at actor action subject details by { displayName } } }";
    let seen = data(&admin, account, json!({ "id": account_of(&anna).global() })).await;
    assert_eq!(seen["account"]["children"][0]["name"], "Anka");
    let log = data(&admin, "{ auditLog(first: 2) { action subject by { displayName } } }", json!({})).await;
    assert_eq!(log["auditLog"][0], json!({ "action": "child.read", "subject": id, "by": { "displayName": "adm…" } }));
    assert_eq!(log["auditLog"][1]["action"], "account.read");
    assert_eq!(code(&anna, account, json!({ "id": account_of(&anna).global() })).await, "FORBIDDEN");
    data(&anna, delete, json!({ "input": { "id": id } })).await;
}

#[tokio::test]
async fn managers_keep_people_and_tokens() {
    let city = City::open().await;
    let [school, house] = city.institutions().await;
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    city.pass(chrono::Duration::seconds(1));
    let place = json!({ "institution": school.global() });
    let invite = "mutation($input: MemberInviteInput!) { memberInvite(input: $input) {
        invitation { id email role roleLabel institution { name } by { displayName } expiresAt createdAt }
        errors { code field message } } }";
    let mut input = json!({ "email": "anna@example.org", "role": "CONTRIBUTOR", "institution": school.global() });
    let invited = data(&manager, invite, json!({ "input": input })).await["memberInvite"]["invitation"].take();
    assert_eq!(invited["by"]["displayName"], "man…");
    let anna = city.person("anna@example.org").await;
    let accept = "mutation($input: InvitationAcceptInput!) { invitationAccept(input: $input) {
        invitation { id } errors { code message } } }";
    let accepted = data(&anna, accept, json!({ "input": { "id": invited["id"] } })).await;
    assert_eq!(accepted["invitationAccept"]["errors"], json!([]));
    input["email"] = json!("other");
    let refused = data(&manager, invite, json!({ "input": input })).await["memberInvite"].take();
    assert_eq!(refused["errors"][0]["code"], "EMAIL_INVALID");
    input["role"] = json!("EDITOR");
    input["institution"] = json!(null);
    assert_eq!(code(&manager, invite, json!({ "input": input })).await, "FORBIDDEN");

    let members = "query($institution: ID!) { members(institution: $institution) {
        accountId profile { displayName } email role roleLabel since isViewer } invitations(institution: $institution) { id } }";
    let seen = data(&manager, members, place.clone()).await;
    assert_eq!((&seen["members"][0]["isViewer"], &seen["members"][1]["role"]), (&json!(true), &json!("CONTRIBUTOR")));
    assert_eq!(code(&manager, members, json!({ "institution": house.global() })).await, "FORBIDDEN");

    let create = "mutation($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) {
        created { text apiToken { id name hint role institution { name } owner { displayName } createdAt expiresAt lastUsedAt
        revokedAt isActive } } errors { code field } } }";
    let order = json!({ "input": { "name": "Dziennik", "role": "MANAGER", "institution": school.global() } });
    let created = data(&manager, create, order).await["apiTokenCreate"]["created"].take();
    assert!(created["text"].as_str().unwrap().starts_with("tbl_"));
    let tokens = "query($institution: ID) { apiTokens(institution: $institution) { id isActive } }";
    assert_eq!(data(&manager, tokens, place).await["apiTokens"][0]["isActive"], true);
    let revoke = "mutation($input: ApiTokenRevokeInput!) { apiTokenRevoke(input: $input) { apiToken { isActive } } }";
    let revoked = data(&manager, revoke, json!({ "input": { "id": created["apiToken"]["id"] } })).await;
    assert_eq!(revoked["apiTokenRevoke"]["apiToken"]["isActive"], false);

    let remove = "mutation($input: MemberRemoveInput!) { memberRemove(input: $input) { removedId errors { code } } }";
    let own = json!({ "input": { "account": account_of(&manager).global(), "institution": school.global() } });
    let kept = data(&manager, remove, own).await["memberRemove"].take();
    assert_eq!(kept, json!({ "removedId": null, "errors": [{ "code": "LAST_MANAGER" }] }));
}

#[tokio::test]
async fn admins_give_roles_and_everybody_may_leave() {
    let city = City::open().await;
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    let anna = city.person("anna@example.org").await;
    let input = json!({ "input": { "account": account_of(&anna).global(), "role": "EDITOR" } });
    let grant = "mutation($input: RoleInput!) { roleGrant(input: $input) { role { role label } errors { code } } }";
    assert_eq!(data(&admin, grant, input.clone()).await["roleGrant"]["role"]["role"], "EDITOR");
    let accounts = "{ accounts(role: EDITOR, query: \"anna\", first: 1) { nodes { id email roles { role } }
        pageInfo { hasNextPage endCursor } } }";
    assert_eq!(data(&admin, accounts, json!({})).await["accounts"]["nodes"][0]["email"], "anna@example.org");
    assert_eq!(code(&anna, accounts, json!({})).await, "FORBIDDEN");
    let revoke = "mutation($input: RoleInput!) { roleRevoke(input: $input) { role { role } errors { code } } }";
    assert_eq!(data(&admin, revoke, input).await["roleRevoke"]["errors"], json!([]));

    let erase =
        "mutation($input: AccountEraseInput!) { accountErase(input: $input) { erasedId errors { code message } } }";
    let wrong = data(&anna, erase, json!({ "input": { "confirm": "anna" } })).await["accountErase"].take();
    assert_eq!(wrong["errors"][0]["message"], "Aby usunąć konto, przepisz dokładnie: anna@example.org");
    let erased = data(&anna, erase, json!({ "input": { "confirm": "anna@example.org" } })).await;
    assert_eq!(erased["accountErase"]["erasedId"], account_of(&anna).global());
    assert_eq!(data(&anna, "{ viewer { id } }", json!({})).await["viewer"], json!(null));
    let last = data(&admin, erase, json!({ "input": { "confirm": "admin@example.org" } })).await;
    assert_eq!(last["accountErase"]["errors"][0]["code"], "LAST_ADMIN");
    let devices = "mutation { devicesRevokeOthers { count } }";
    assert_eq!(data(&admin, devices, json!({})).await["devicesRevokeOthers"]["count"], 0);
}

#[tokio::test]
async fn every_refusal_and_role_has_its_words() {
    use kernel::{i18n::Lang, refusal::Kind as _};
    let city = City::open().await;
    for lang in Lang::ALL {
        let roles = Role::ALL.map(|role| format!("role-{role}"));
        for key in identity::Kind::ALL.iter().map(|kind| kind.key().to_owned()).chain(roles) {
            assert!(city.app.messages.has(lang, &key), "{key} in {}", lang.tag());
        }
    }
}

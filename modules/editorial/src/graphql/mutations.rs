//! What can be done at the desk.

use async_graphql::{Context, ID, Object, Result};
use directory::InstitutionId;
use identity::AccountId;
use kernel::{error::Fault, graphql::ContextExt as _, history::Side, refusal::Outcome, scope::Scope};
use uuid::Uuid;

use super::{
    attachments,
    entry::Entry,
    fields::EntryFieldsInput,
    import::ImportReport,
    inputs::{
        BulkDecision, EntriesImportInput, EntriesInput, EntryArchiveInput, EntryConfirmByTokenInput, EntryCopyInput,
        EntryInput, EntryMarkFullInput, EntryRevertInput, EntrySaveInput, SubmissionApproveInput,
        SubmissionAssignInput, SubmissionMergeInput, SubmissionReasonInput, SubmissionSaveInput,
        SubmissionVersionInput, SubmissionsDecideInput,
    },
    payloads::*,
    submission::Submission,
};
use crate::{
    decisions::{self, Decision},
    entries::{self, EntryKind},
    freshness,
    own::{self, Edit},
    proposals::{self, Draft},
    refusal::Refusal,
    submission::{Model, SubmissionId},
};

/// One unit of work: committed if it is done, rolled back if it is refused.
macro_rules! work {
    ($scope:expr, $tx:ident => $work:expr) => {{
        let mut $tx = $scope.begin().await?;
        let outcome = $work.await;
        if outcome.is_ok() {
            $tx.commit().await?;
        }
        outcome
    }};
}

/// Mutations of this module.
#[derive(Debug, Default)]
pub struct EditorialMutation;

#[Object]
impl EditorialMutation {
    /// Keeps a proposal of the caller's, right or wrong; and sends it to the editors if that is wanted. For everybody
    /// who signed in.
    #[graphql(tag = "module-editorial")]
    async fn submission_save(&self, ctx: &Context<'_>, input: SubmissionSaveInput) -> Result<SubmissionSavePayload> {
        let scope = ctx.scope();
        scope.person()?;
        let entry = input.entry.as_ref().map(|id| entry_id(scope, id)).transpose()?;
        let is_sent = input.submit;
        let draft = Draft {
            id: input.id.as_ref().map(submission_id).transpose()?,
            version: input.version,
            kind: match (entry, input.kind, &input.id) {
                (Some((kind, _)), ..) => kind,
                (None, Some(kind), _) => kind.into(),
                (None, None, Some(_)) => EntryKind::Activity,
                (None, None, None) => return Err(Fault::bad_input("input.kind", "say what a new entry is").into()),
            },
            target: entry.map(|(_, id)| id),
            institution: input.institution.as_ref().map(institution_id).transpose()?.map(|id| id.0),
            fields: input.fields.by_column(),
            note: input.note,
        };
        let accepted = match attachments::accept(scope, input.new_pictures, input.new_files).await {
            Ok(accepted) => accepted,
            Err(refused) => return Ok(SubmissionSavePayload::of(scope, Err(refused))?),
        };
        let outcome = work!(scope, tx => async {
            let mut draft = draft;
            attachments::add(&mut tx, accepted, &mut draft.fields).await?;
            let kept = proposals::save(&mut tx, draft).await?;
            if is_sent { proposals::submit(&mut tx, kept.id, Some(kept.version)).await } else { Ok(kept) }
        });
        Ok(SubmissionSavePayload::of(scope, told(scope, outcome))?)
    }

    /// Sends a proposal of the caller's to the editors.
    #[graphql(tag = "module-editorial")]
    async fn submission_submit(
        &self,
        ctx: &Context<'_>,
        input: SubmissionVersionInput,
    ) -> Result<SubmissionSubmitPayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        let outcome = work!(scope, tx => proposals::submit(&mut tx, id, input.version));
        Ok(SubmissionSubmitPayload::of(scope, told(scope, outcome))?)
    }

    /// Takes a proposal of the caller's back before it is decided.
    #[graphql(tag = "module-editorial")]
    async fn submission_withdraw(
        &self,
        ctx: &Context<'_>,
        input: SubmissionVersionInput,
    ) -> Result<SubmissionWithdrawPayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        let outcome = work!(scope, tx => proposals::withdraw(&mut tx, id, input.version));
        Ok(SubmissionWithdrawPayload::of(scope, told(scope, outcome))?)
    }

    /// Gives a proposal to an editor. For editors.
    #[graphql(tag = "module-editorial")]
    async fn submission_assign(
        &self,
        ctx: &Context<'_>,
        input: SubmissionAssignInput,
    ) -> Result<SubmissionAssignPayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        // What is no account at all is no editor's either.
        let account = |id: &ID| AccountId::parse(id).unwrap_or(AccountId(Uuid::nil()));
        let assignee = input.assignee.as_ref().map(account);
        let outcome = work!(scope, tx => decisions::assign(&mut tx, id, input.version, assignee));
        Ok(SubmissionAssignPayload::of(scope, told(scope, outcome))?)
    }

    /// Makes a proposal what the catalogue says. For editors; and for who answers for the institution on whose behalf
    /// it was made, if it concerns nothing else.
    #[graphql(tag = "module-editorial")]
    async fn submission_approve(
        &self,
        ctx: &Context<'_>,
        input: SubmissionApproveInput,
    ) -> Result<SubmissionApprovePayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        let edits = input.fields.map(EntryFieldsInput::by_column);
        let decision = Decision::Approve { edits, overwrite: input.overwrite };
        let outcome = decide(scope, id, input.version, decision).await?;
        Ok(SubmissionApprovePayload::of(scope, told(scope, outcome))?)
    }

    /// Sends a proposal back to its author, with what is to be mended. For those who may approve it.
    #[graphql(tag = "module-editorial")]
    async fn submission_send_back(
        &self,
        ctx: &Context<'_>,
        input: SubmissionReasonInput,
    ) -> Result<SubmissionSendBackPayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        let outcome = decide(scope, id, input.version, Decision::SendBack(input.reason)).await?;
        Ok(SubmissionSendBackPayload::of(scope, told(scope, outcome))?)
    }

    /// Does not take a proposal. For those who may approve it.
    #[graphql(tag = "module-editorial")]
    async fn submission_reject(
        &self,
        ctx: &Context<'_>,
        input: SubmissionReasonInput,
    ) -> Result<SubmissionRejectPayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        let outcome = decide(scope, id, input.version, Decision::Reject(input.reason)).await?;
        Ok(SubmissionRejectPayload::of(scope, told(scope, outcome))?)
    }

    /// Puts a proposal into an entry that is there already. For those who may approve it.
    #[graphql(tag = "module-editorial")]
    async fn submission_merge(&self, ctx: &Context<'_>, input: SubmissionMergeInput) -> Result<SubmissionMergePayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        let edits = input.fields.map(EntryFieldsInput::by_column);
        let decision = Decision::Merge { into: entries::parse(scope, &input.into), edits };
        let outcome = decide(scope, id, input.version, decision).await?;
        Ok(SubmissionMergePayload::of(scope, told(scope, outcome))?)
    }

    /// Takes a decision back within a day of it: what it did to the catalogue is undone, and the proposal waits again.
    /// For those who may decide it.
    #[graphql(tag = "module-editorial")]
    async fn submission_undo(&self, ctx: &Context<'_>, input: SubmissionVersionInput) -> Result<SubmissionUndoPayload> {
        let (scope, id) = (ctx.scope(), known(ctx, &input.id)?);
        let outcome = work!(scope, tx => decisions::undo(&mut tx, id, input.version));
        scope.settle().await?;
        Ok(SubmissionUndoPayload::of(scope, told(scope, outcome))?)
    }

    /// Decides several proposals, each for itself. For editors and those who answer for institutions.
    #[graphql(tag = "module-editorial")]
    async fn submissions_decide(
        &self,
        ctx: &Context<'_>,
        input: SubmissionsDecideInput,
    ) -> Result<SubmissionsDecidePayload> {
        let scope = ctx.scope();
        scope.person()?;
        let reason = input.reason.unwrap_or_default();
        let decision = match input.decision {
            BulkDecision::Approve => Decision::Approve { edits: None, overwrite: false },
            BulkDecision::SendBack => Decision::SendBack(reason),
            BulkDecision::Reject => Decision::Reject(reason),
        };
        let ids: Result<Vec<_>, Fault> =
            input.submissions.iter().map(|one| Ok((submission_id(&one.id)?, one.version))).collect();
        let outcome = match decisions::decide_many(scope, ids?, &decision).await {
            Ok(outcomes) => {
                scope.settle().await?;
                let mut results = Vec::with_capacity(outcomes.len());
                for (id, outcome) in outcomes {
                    results.push(BulkResult::of(scope, id, outcome)?);
                }
                Ok(results)
            }
            Err(refused) => Err(refused),
        };
        Ok(SubmissionsDecidePayload::of(scope, outcome)?)
    }

    /// Publishes an entry at once. For editors; and for who answers for its institution, before and after.
    #[graphql(tag = "module-editorial")]
    async fn entry_save(&self, ctx: &Context<'_>, input: EntrySaveInput) -> Result<EntrySavePayload> {
        let scope = ctx.scope();
        scope.person()?;
        let known = input.id.as_ref().map(|id| entry_id(scope, id)).transpose()?;
        let kind = match (known, input.kind) {
            (Some((kind, _)), _) => kind,
            (None, Some(kind)) => kind.into(),
            (None, None) => return Err(Fault::bad_input("input.kind", "say what a new entry is").into()),
        };
        let edit = Edit {
            kind,
            id: known.map(|(_, id)| id),
            seen: input.updated_at,
            fields: input.fields.by_column(),
            reason: input.reason,
        };
        let accepted = match attachments::accept(scope, input.new_pictures, input.new_files).await {
            Ok(accepted) => accepted,
            Err(refused) => return Ok(EntrySavePayload::of(scope, Err(refused))?),
        };
        let outcome = work!(scope, tx => async {
            let mut edit = edit;
            attachments::add(&mut tx, accepted, &mut edit.fields).await?;
            own::save(&mut tx, edit).await
        });
        Ok(EntrySavePayload::of(scope, published(scope, kind, outcome).await)?)
    }

    /// Makes a copy of an activity for the term that follows. For those who may change it.
    #[graphql(tag = "module-editorial")]
    async fn entry_copy(&self, ctx: &Context<'_>, input: EntryCopyInput) -> Result<EntryCopyPayload> {
        let (scope, (kind, id)) = (ctx.scope(), known_entry(ctx, &input.id)?);
        let typed = input.fields.map(EntryFieldsInput::by_column);
        let outcome = work!(scope, tx => own::copy_to_next_term(&mut tx, kind, id, typed));
        Ok(EntryCopyPayload::of(scope, published(scope, kind, outcome).await)?)
    }

    /// Says that an activity is full, or no longer. For those who may change it.
    #[graphql(tag = "module-editorial")]
    async fn entry_mark_full(&self, ctx: &Context<'_>, input: EntryMarkFullInput) -> Result<EntryMarkFullPayload> {
        let (scope, (kind, id)) = (ctx.scope(), known_entry(ctx, &input.id)?);
        let outcome = work!(scope, tx => own::mark_full(&mut tx, kind, id, input.full)).map(|()| id);
        Ok(EntryMarkFullPayload::of(scope, published(scope, kind, outcome).await)?)
    }

    /// Takes an activity out of the public's sight. For those who may change it.
    #[graphql(tag = "module-editorial")]
    async fn entry_archive(&self, ctx: &Context<'_>, input: EntryArchiveInput) -> Result<EntryArchivePayload> {
        let (scope, (kind, id)) = (ctx.scope(), known_entry(ctx, &input.id)?);
        let outcome = work!(scope, tx => own::archive(&mut tx, kind, id, input.reason)).map(|()| id);
        Ok(EntryArchivePayload::of(scope, published(scope, kind, outcome).await)?)
    }

    /// Shows an activity to everybody again, and confirms it. For those who may change it.
    #[graphql(tag = "module-editorial")]
    async fn entry_restore(&self, ctx: &Context<'_>, input: EntryInput) -> Result<EntryRestorePayload> {
        let (scope, (kind, id)) = (ctx.scope(), known_entry(ctx, &input.id)?);
        let outcome = work!(scope, tx => own::restore(&mut tx, kind, id)).map(|()| id);
        Ok(EntryRestorePayload::of(scope, published(scope, kind, outcome).await)?)
    }

    /// Says that all that an activity says is true. For those who may change it.
    #[graphql(tag = "module-editorial")]
    async fn entry_confirm(&self, ctx: &Context<'_>, input: EntryInput) -> Result<EntryConfirmPayload> {
        let (scope, (kind, id)) = (ctx.scope(), known_entry(ctx, &input.id)?);
        let outcome = work!(scope, tx => own::confirm(&mut tx, kind, id)).map(|()| id);
        Ok(EntryConfirmPayload::of(scope, published(scope, kind, outcome).await)?)
    }

    /// Says that all that these activities say is true, or none of them if one cannot be confirmed. For those who may
    /// change them all.
    #[graphql(tag = "module-editorial")]
    async fn entries_confirm(&self, ctx: &Context<'_>, input: EntriesInput) -> Result<EntriesConfirmPayload> {
        let scope = ctx.scope();
        let entries = input.ids.iter().map(|id| known_entry(ctx, id)).collect::<Result<Vec<_>, Fault>>()?;
        let outcome = work!(scope, tx => own::confirm_all(&mut tx, &entries));
        if outcome.is_ok() {
            scope.settle().await?;
        }
        Ok(EntriesConfirmPayload::of(scope, outcome.map(|()| input.ids))?)
    }

    /// The same by a reminder's link. For everybody who has one.
    #[graphql(tag = "module-editorial")]
    async fn entry_confirm_by_token(
        &self,
        ctx: &Context<'_>,
        input: EntryConfirmByTokenInput,
    ) -> Result<EntryConfirmByTokenPayload> {
        let scope = ctx.scope();
        let outcome = work!(scope, tx => freshness::confirm_by_token(&mut tx, &input.token)).map(|id| id.0);
        Ok(EntryConfirmByTokenPayload::of(scope, published(scope, EntryKind::Activity, outcome).await)?)
    }

    /// Makes an entry say again what it said right after one of its changes, or before it. For those who may change it.
    #[graphql(tag = "module-editorial")]
    async fn entry_revert(&self, ctx: &Context<'_>, input: EntryRevertInput) -> Result<EntryRevertPayload> {
        let (scope, (kind, id)) = (ctx.scope(), known_entry(ctx, &input.id)?);
        let revision = Uuid::try_parse(&input.revision).ok();
        let side = if input.before { Side::Before } else { Side::After };
        let outcome = work!(scope, tx => own::revert(&mut tx, kind, id, revision, side)).map(|()| id);
        Ok(EntryRevertPayload::of(scope, published(scope, kind, outcome).await)?)
    }

    /// Reads a file of an institution's own activities, and writes them unless it is a dry run. For those who answer
    /// for the institution, and editors.
    #[graphql(tag = "module-editorial")]
    async fn entries_import(&self, ctx: &Context<'_>, input: EntriesImportInput) -> Result<EntriesImportPayload> {
        let scope = ctx.scope();
        scope.person()?;
        let institution = institution_id(&input.institution)?;
        let outcome = own::import(scope, institution, &input.csv, input.dry_run).await;
        if outcome.is_ok() && !input.dry_run {
            scope.settle().await?;
        }
        Ok(EntriesImportPayload::of(scope, outcome.map(ImportReport))?)
    }
}

async fn decide(
    scope: &Scope,
    id: SubmissionId,
    version: Option<i32>,
    decision: Decision,
) -> Result<Outcome<Model, Refusal>, Fault> {
    let outcome = work!(scope, tx => decisions::decide(&mut tx, id, version, decision));
    scope.settle().await?;
    Ok(outcome)
}

/// The proposal that a use-case returned, as the schema has it.
fn told(scope: &Scope, outcome: Outcome<Model, Refusal>) -> Outcome<Submission, Refusal> {
    Ok(Submission::of(scope, outcome?))
}

/// The entry that a use-case wrote, as everybody sees it from now on.
async fn published(scope: &Scope, kind: EntryKind, outcome: Outcome<Uuid, Refusal>) -> Outcome<Entry, Refusal> {
    let id = outcome?;
    scope.settle().await?;
    let entry = entries::visible(scope, kind, id).await?;
    Ok(Entry(entry.ok_or_else(Fault::not_found)?))
}

/// A proposal's id in a request of somebody who signed in.
fn known(ctx: &Context<'_>, id: &ID) -> Result<SubmissionId, Fault> {
    ctx.scope().person()?;
    submission_id(id)
}

/// An entry's id in a request of somebody who signed in.
fn known_entry(ctx: &Context<'_>, id: &ID) -> Result<(EntryKind, Uuid), Fault> {
    ctx.scope().person()?;
    entry_id(ctx.scope(), id)
}

fn submission_id(id: &ID) -> Result<SubmissionId, Fault> {
    SubmissionId::parse(id).ok_or_else(Fault::not_found)
}

fn entry_id(scope: &Scope, id: &ID) -> Result<(EntryKind, Uuid), Fault> {
    entries::parse(scope, id).ok_or_else(Fault::not_found)
}

fn institution_id(id: &ID) -> Result<InstitutionId, Fault> {
    InstitutionId::parse(id).ok_or_else(Fault::not_found)
}

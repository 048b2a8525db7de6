//! A browser: it keeps each host's cookies to itself, and posts forms that it was shown.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header, request},
};

use super::{Answer, TestApp, Who};

/// Something that goes through a browser, with the headers that a test bends.
type Bend = fn(request::Builder) -> request::Builder;

pub(crate) struct Browser<'a> {
    app: &'a TestApp,
    pub(crate) host: String,
    /// Cookies by host and name.
    pub(crate) jar: BTreeMap<(String, String), String>,
}

impl TestApp {
    /// A new browser that looks at a host.
    pub(crate) fn browser(&self, host: &str) -> Browser<'_> {
        Browser { app: self, host: host.to_owned(), jar: BTreeMap::new() }
    }

    /// The browser of somebody who signed in at the city's own host.
    pub(crate) fn browser_of(&self, slug: &str, who: &Who) -> Browser<'_> {
        let mut browser = self.browser(&format!("{slug}.localhost"));
        browser.set("__Host-session", who.session());
        browser
    }
}

impl Browser<'_> {
    /// The same cookies, at another host: what no browser does by itself.
    pub(crate) fn moved_to(&self, host: &str) -> Self {
        let jar = self.jar.iter().map(|((_, name), value)| ((host.to_owned(), name.clone()), value.clone()));
        Browser { app: self.app, host: host.to_owned(), jar: jar.collect() }
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.jar.get(&(self.host.clone(), name.to_owned())).map(String::as_str)
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.jar.insert((self.host.clone(), name.to_owned()), value.to_owned());
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path).header(header::ACCEPT, "text/html");
        self.send(request, Body::empty()).await
    }

    /// The token of this browser's forms, from a page that has one.
    pub(crate) async fn form_token(&mut self) -> String {
        let page = self.get("/logowanie").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let rest = page.body.split("name=\"_token\" value=\"").nth(1).unwrap_or_else(|| panic!("{}", page.body));
        rest.split('"').next().unwrap().to_owned()
    }

    /// Posts a form as somebody does who was shown it.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.form_token().await;
        self.post_with(path, fields, Some(&token), |request| request).await
    }

    /// Posts a form with that token, and bent headers.
    pub(crate) async fn post_with(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        token: Option<&str>,
        bend: Bend,
    ) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        if let Some(token) = token {
            form.append_pair("_token", token);
        }
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(bend(request), Body::from(form.finish())).await
    }

    async fn send(&mut self, request: request::Builder, body: Body) -> Answer {
        let own = self.jar.iter().filter(|((host, _), _)| *host == self.host);
        let cookies: Vec<_> = own.map(|((_, name), value)| format!("{name}={value}")).collect();
        let mut request =
            request.header(header::HOST, &self.host).header(header::USER_AGENT, "Mozilla/5.0 Firefox/140.0");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let answer = self.app.send(request.body(body).unwrap(), "127.0.0.1").await;
        for (name, value) in cookies_of(&answer.headers) {
            let key = (self.host.clone(), name);
            match value {
                Some(value) => self.jar.insert(key, value),
                None => self.jar.remove(&key),
            };
        }
        answer
    }
}

impl Answer {
    /// Where it leads.
    pub(crate) fn location(&self) -> String {
        let found = self.headers.get(header::LOCATION).unwrap_or_else(|| panic!("{}: {}", self.status, self.body));
        found.to_str().unwrap().to_owned()
    }

    /// A header's value; empty if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// The cookies that an answer sets, and those that it takes back. Each must be one that no other site and no script can
/// read or plant.
fn cookies_of(headers: &HeaderMap) -> Vec<(String, Option<String>)> {
    let mut cookies = Vec::new();
    for header in headers.get_all(header::SET_COOKIE) {
        let text = header.to_str().unwrap();
        let mut parts = text.split(';').map(str::trim);
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        let attributes: Vec<_> = parts.map(str::to_ascii_lowercase).collect();
        let has = |attribute: &str| attributes.iter().any(|found| found == attribute);
        assert!(name.starts_with("__Host-"), "{text}");
        assert!(has("secure") && has("httponly") && has("samesite=lax") && has("path=/"), "{text}");
        assert!(!attributes.iter().any(|attribute| attribute.starts_with("domain")), "{text}");
        let is_gone = value.is_empty() || has("max-age=0");
        cookies.push((name.to_owned(), (!is_gone).then(|| value.to_owned())));
    }
    cookies
}

//! Whose request this is. The host decides the city, so it must be said exactly once and plainly.

use std::{net::IpAddr, sync::Arc};

use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use kernel::tenancy::HostMatch;

use crate::{graphql::Origin, server::Server};

/// The host a proxy was asked for.
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
/// The clients and proxies before the last.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// The scheme a proxy was asked with.
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Why no city can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) reason: &'static str,
}

impl Refusal {
    fn bad(reason: &'static str) -> Self {
        Self { status: StatusCode::BAD_REQUEST, reason }
    }
}

/// Host and scheme as the client said them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) host: String,
    pub(super) port: Option<u16>,
    pub(super) scheme: &'static str,
}

/// Reads the host a request was sent to. `X-Forwarded-*` count if `peer_is_trusted`.
pub(super) fn said(headers: &HeaderMap, uri: &Uri, peer_is_trusted: bool) -> Result<Said, Refusal> {
    let single = |name: HeaderName, reason: &'static str| {
        let mut values = headers.get_all(name).iter();
        let first = values.next();
        if values.next().is_some() {
            return Err(Refusal::bad(reason));
        }
        first.map(|value| value.to_str().map_err(|_| Refusal::bad("the host is not ASCII"))).transpose()
    };
    let host = single(header::HOST, "there is more than one Host header")?;
    let authority = uri.authority().map(axum::http::uri::Authority::as_str);
    let direct = match (host, authority) {
        (Some(host), Some(authority)) if !host.eq_ignore_ascii_case(authority) => {
            return Err(Refusal::bad("the Host header and the address disagree"));
        }
        (Some(host), _) => host,
        (None, Some(authority)) => authority,
        (None, None) => return Err(Refusal::bad("the Host header is missing")),
    };
    let forwarded =
        if peer_is_trusted { single(FORWARDED_HOST, "there is more than one X-Forwarded-Host header")? } else { None };
    let scheme = match peer_is_trusted
        .then(|| single(FORWARDED_PROTO, "there is more than one X-Forwarded-Proto header"))
        .transpose()?
        .flatten()
    {
        Some("https") => "https",
        _ => "http",
    };
    let (host, port) = split(forwarded.unwrap_or(direct))?;
    let own_port = if scheme == "https" { 443 } else { 80 };
    Ok(Said { host, port: port.filter(|port| *port != own_port), scheme })
}

fn split(text: &str) -> Result<(String, Option<u16>), Refusal> {
    let (host, port) = match text.rsplit_once(':') {
        // The colons of an IPv6 address are no port's.
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => {
            (host, Some(port.parse::<u16>().map_err(|_| Refusal::bad("the host's port is no number"))?))
        }
        _ => (text, None),
    };
    let plain = !host.is_empty()
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'[' | b']' | b':'));
    if plain { Ok((host.to_ascii_lowercase(), port)) } else { Err(Refusal::bad("the host is no host name")) }
}

/// The address of the client itself: of the last hop that is no trusted proxy.
pub(super) fn client(server: &Server, headers: &HeaderMap, peer: IpAddr) -> IpAddr {
    let is_trusted = |ip: IpAddr| server.config.trusted_proxies.iter().any(|network| network.contains(&ip));
    client_of(headers, peer.to_canonical(), is_trusted)
}

fn client_of(headers: &HeaderMap, peer: IpAddr, is_trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut client = peer;
    let said = headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = said.flat_map(|value| value.split(',')).map(str::trim).collect();
    for hop in hops.into_iter().rev() {
        if !is_trusted(client) {
            break;
        }
        // What cannot be read ends the search: what stands before it is anybody's invention.
        let Some(ip) = hop_address(hop) else { break };
        client = ip.to_canonical();
    }
    client
}

/// An address as proxies write it: alone, or with a port.
fn hop_address(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<std::net::SocketAddr>().ok().map(|address| address.ip());
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(with_port)
}

/// The place that limits count by: an address, or the network of one (IPv6 gives every household 2⁶⁴ of them).
pub(super) fn place(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("{}/64", std::net::Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
    }
}

/// Whom the request is for.
pub(super) async fn resolve(
    server: &Server,
    headers: &HeaderMap,
    uri: &Uri,
    peer: IpAddr,
) -> Result<(HostMatch, Arc<Origin>), Refusal> {
    let peer = peer.to_canonical();
    let is_trusted = server.config.trusted_proxies.iter().any(|network| network.contains(&peer));
    let said = said(headers, uri, is_trusted)?;
    match server.app.registry.find_host(&said.host).await {
        Ok(Some(found)) => {
            let base_domain = server.app.registry.base_domain().to_owned();
            Ok((found, Arc::new(Origin { scheme: said.scheme, port: said.port, host: said.host, base_domain })))
        }
        Ok(None) => {
            Err(Refusal { status: StatusCode::MISDIRECTED_REQUEST, reason: "no city is served under this name" })
        }
        Err(fault) => {
            tracing::error!(error = fault.describe(), "the registry could not be read");
            Err(Refusal { status: StatusCode::SERVICE_UNAVAILABLE, reason: "the service is busy, try again shortly" })
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn ask(headers: &[(&'static str, &'static str)], uri: &str, trusted: bool) -> Result<Said, Refusal> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        said(&map, &uri.parse().unwrap(), trusted)
    }

    #[test]
    fn the_host_is_said_once_and_plainly() {
        let plain = ask(&[("host", "Szczecin.localhost:8080")], "/", false).unwrap();
        assert_eq!((plain.host.as_str(), plain.port, plain.scheme), ("szczecin.localhost", Some(8080), "http"));
        assert_eq!(ask(&[], "http://radom.localhost/", false).unwrap().host, "radom.localhost");
        for headers in [
            &[][..],
            &[("host", "a.localhost"), ("host", "b.localhost")],
            &[("host", "")],
            &[("host", "a b")],
            &[("host", "a@b")],
            &[("host", "a:port")],
            &[("host", "a/b")],
        ] {
            assert_eq!(ask(headers, "/", false).unwrap_err().status, StatusCode::BAD_REQUEST, "{headers:?}");
        }
        assert!(ask(&[("host", "a.localhost")], "http://b.localhost/", false).is_err(), "contradiction");
    }

    #[test]
    fn the_client_is_the_last_hop_that_is_no_proxy_of_ours() {
        let ours = |ip: IpAddr| ip.to_string().starts_with("10.");
        let ask = |peer: &str, forwarded: &'static str| {
            let mut headers = HeaderMap::new();
            headers.append(FORWARDED_FOR, HeaderValue::from_static(forwarded));
            client_of(&headers, peer.parse().unwrap(), ours).to_string()
        };
        for (peer, forwarded, client) in [
            ("1.2.3.4", "9.9.9.9", "1.2.3.4"),
            ("10.0.0.1", "9.9.9.9, 5.6.7.8", "5.6.7.8"),
            ("10.0.0.1", "9.9.9.9, 5.6.7.8, 10.0.0.2", "5.6.7.8"),
            ("10.0.0.1", "9.9.9.9, 5.6.7.8:4711", "5.6.7.8"),
            ("10.0.0.1", "9.9.9.9, [2001:db8::1]:4711", "2001:db8::1"),
            ("10.0.0.1", "9.9.9.9, [2001:db8::1]", "2001:db8::1"),
            ("10.0.0.1", "9.9.9.9, ::ffff:5.6.7.8", "5.6.7.8"),
            ("10.0.0.1", "9.9.9.9, unknown", "10.0.0.1"),
            ("10.0.0.1", "", "10.0.0.1"),
        ] {
            assert_eq!(ask(peer, forwarded), client, "{peer} {forwarded}");
        }
        assert_eq!(place("2001:db8:1:2:3::4".parse().unwrap()), "2001:db8:1:2::/64");
        assert_eq!(place("5.6.7.8".parse().unwrap()), "5.6.7.8");
    }

    #[test]
    fn forwarded_hosts_count_from_trusted_peers_only() {
        let headers = [("host", "inner"), ("x-forwarded-host", "radom.example"), ("x-forwarded-proto", "https")];
        assert_eq!(ask(&headers, "/", false).unwrap().host, "inner");
        let trusted = ask(&headers, "/", true).unwrap();
        assert_eq!((trusted.host.as_str(), trusted.scheme), ("radom.example", "https"));
        assert!(ask(&[("host", "a"), ("x-forwarded-host", "b"), ("x-forwarded-host", "c")], "/", true).is_err());
        assert!(ask(&[("host", "a"), ("x-forwarded-host", "b, c")], "/", true).is_err());
    }
}

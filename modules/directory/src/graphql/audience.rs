//! For whom something is, in the schema.

use async_graphql::Enum;
use kernel::scope::Scope;

use crate::fields::AUDIENCES;

/// For whom something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Audience {
    /// Children and young people.
    Pupils,
    /// Parents and guardians.
    Parents,
    /// Teachers and others who work in education.
    Teachers,
    /// Everybody.
    Everybody,
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Pupils, Self::Parents, Self::Teachers, Self::Everybody];

    /// The audience of that id.
    pub fn parse(id: &str) -> Option<Self> {
        AUDIENCES.iter().position(|known| *known == id).and_then(|at| Self::ALL.get(at).copied())
    }

    /// Its id, as files name it.
    pub fn id(self) -> &'static str {
        let at = Self::ALL.iter().position(|audience| *audience == self).unwrap_or_default();
        AUDIENCES.get(at).copied().unwrap_or_default()
    }

    /// What people call it.
    pub fn label(self, scope: &Scope) -> String {
        scope.text(&format!("audience-{}", self.id()), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audiences_and_their_ids_agree() {
        for (audience, id) in Audience::ALL.into_iter().zip(AUDIENCES) {
            assert_eq!((Audience::parse(id), audience.id()), (Some(audience), id));
        }
    }
}

use sea_orm::{ActiveEnum as _, Iterable as _, entity::prelude::*};

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PriceUnit {
    /// One lesson.
    Class,
    /// A month.
    Month,
    /// A term of school.
    Term,
    /// All of it.
    Once,
}

impl PriceUnit {
    /// The unit of that name, in whatever case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::iter().find(|unit| unit.to_value().eq_ignore_ascii_case(name))
    }
}

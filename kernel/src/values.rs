//! Values that several modules store: lists in a JSON column.

use sea_orm::sea_query;
use serde::{Serialize, de::DeserializeOwned};

/// A list kept in one JSON column: read and written whole, never searched by the database (the index does that).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(pub Vec<T>);

impl<T> List<T> {
    /// The elements.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(list: Vec<T>) -> Self {
        Self(list)
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}

impl<T: Serialize> From<List<T>> for sea_orm::Value {
    fn from(list: List<T>) -> Self {
        // Lists of plain values always serialise; should one not, NULL is refused by the column.
        Self::Json(serde_json::to_value(list.0).ok().map(Box::new))
    }
}

impl<T: DeserializeOwned> sea_orm::TryGetable for List<T> {
    fn try_get_by<I: sea_orm::ColIdx>(row: &sea_orm::QueryResult, index: I) -> Result<Self, sea_orm::TryGetError> {
        let json = serde_json::Value::try_get_by(row, index)?;
        serde_json::from_value(json).map(Self).map_err(|err| sea_orm::DbErr::Json(err.to_string()).into())
    }
}

impl<T: DeserializeOwned> sea_query::ValueType for List<T> {
    fn try_from(value: sea_orm::Value) -> Result<Self, sea_query::ValueTypeErr> {
        match value {
            sea_orm::Value::Json(Some(json)) => {
                serde_json::from_value(*json).map(Self).map_err(|_| sea_query::ValueTypeErr)
            }
            _ => Err(sea_query::ValueTypeErr),
        }
    }

    fn type_name() -> String {
        "List".to_owned()
    }

    fn array_type() -> sea_query::ArrayType {
        sea_query::ArrayType::Json
    }

    fn column_type() -> sea_query::ColumnType {
        sea_query::ColumnType::Json
    }
}

impl<T> sea_query::Nullable for List<T> {
    fn null() -> sea_orm::Value {
        sea_orm::Value::Json(None)
    }
}

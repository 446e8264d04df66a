//! Why a row of a list could not be read, or counts only for some of what the list asks.

/// Why a row of a list could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// Nothing says whether the household is poor or near-poor.
    NoGroup,
    /// What should say so says something else.
    UnknownGroup,
    /// It is neither poor nor near-poor.
    Neither,
    /// A member before any household.
    NoHousehold,
    /// The number of members is no number.
    NoCount,
    /// Neither a household nor a member nor surely a place.
    NotAHousehold,
    /// Counted, but in no place below the unit: nothing tells which.
    NoPlace,
    /// The same where what stands there is not surely one: it may be somebody.
    UnsurePlace,
    /// Counted, but without its members.
    NoMembers,
    /// Rows of a household that was counted further above say more of it.
    Apart,
    /// Counted, but for no cause that is known.
    NoCause,
    /// Counted, but how it moved is not known.
    NoMovement,
    /// Counted, but of no people that is known: a minority or not.
    NoPeople,
    /// Counted by itself, though its head has no row: its number, kind or place is not that of the household above it.
    NoHead,
    /// Counted, with as many members as it states, which are not those that are listed.
    OtherSize,
    /// Counted, though its code or its papers stand at another household too.
    SameElsewhere,
    /// Its code stood before at a household of another kind, which is the one that is counted.
    SameOtherwise,
    /// It heads the rows of a household, and is none.
    Heading,
    /// It repeats the headings of the list, as on a new page.
    PageHeading,
}

impl Unread {
    /// Is the household counted all the same, though not in all that is asked?
    pub fn is_counted(self) -> bool {
        matches!(
            self,
            Self::NoPlace
                | Self::UnsurePlace
                | Self::NoMembers
                | Self::NoCause
                | Self::NoMovement
                | Self::NoPeople
                | Self::NoHead
                | Self::OtherSize
                | Self::SameElsewhere
                | Self::Apart
        )
    }

    /// Is it nothing but a heading?
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Heading | Self::PageHeading)
    }

    /// May the household be of a group that no other is of?
    pub fn leaves_groups_open(self) -> bool {
        matches!(self, Self::NoGroup | Self::UnknownGroup | Self::SameOtherwise)
    }
}

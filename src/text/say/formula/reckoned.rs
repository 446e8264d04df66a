//! What a written formula comes to, for a reader who has no more digits than stand in it.

use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Term;
use crate::text::show;

/// The value of a formula as it is written; none where numbers stand side by side, or one of them is no single number.
pub fn value(formula: &[Term]) -> Option<Exact> {
    let mut terms = formula.iter().peekable();
    let value = sum(&mut terms)?;
    terms.next().is_none().then_some(value)
}

type Terms<'a> = std::iter::Peekable<std::slice::Iter<'a, Term>>;

fn sum(terms: &mut Terms) -> Option<Exact> {
    let mut value = product(terms)?;
    while let Some(sign) = terms.next_if(|term| matches!(term, Term::Plus | Term::Minus)) {
        let next = product(terms)?;
        value = if matches!(sign, Term::Plus) { &value + &next } else { &value - &next };
    }
    Some(value)
}

fn product(terms: &mut Terms) -> Option<Exact> {
    let mut value = factor(terms)?;
    while let Some(sign) = terms.next_if(|term| matches!(term, Term::Times | Term::Over)) {
        let next = factor(terms)?;
        value = if matches!(sign, Term::Times) { &value * &next } else { value.over(&next)? };
    }
    Some(value)
}

fn factor(terms: &mut Terms) -> Option<Exact> {
    match terms.next()? {
        Term::Figure(figure) => show::as_shown(figure),
        Term::Number(value, _, decimals) => Some(value.rounded(*decimals, Rounding::Nearest)),
        Term::Open => {
            let value = sum(terms)?;
            matches!(terms.next(), Some(Term::Close)).then_some(value)
        }
        Term::Plus | Term::Minus | Term::Times | Term::Over | Term::Close => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::households;

    #[test]
    fn signs_bind_as_on_paper() {
        let number = |n| Term::Figure(households(n));
        let (open, close) = (Term::Open, Term::Close);
        let formula = [number(2), Term::Plus, number(3), Term::Times, number(4)];
        assert_eq!(value(&formula), Some(Exact::whole(14)));
        let formula = [open, number(2), Term::Plus, number(3), close, Term::Times, number(4)];
        assert_eq!(value(&formula), Some(Exact::whole(20)));
        let formula = [number(9), Term::Minus, number(3), Term::Minus, number(2)];
        assert_eq!(value(&formula), Some(Exact::whole(4)));
        assert_eq!(value(&[number(8), Term::Over, number(0)]), None);
        assert_eq!(value(&[number(8), number(9)]), None);
        assert_eq!(value(&[Term::Minus, number(8)]), None);
    }
}

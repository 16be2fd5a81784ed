"""Claims: what somebody asserts about somebody and what is no coded act."""

from reportedly.find.claims.finder import find_claims
from reportedly.find.claims.lexicon import (
    ClaimLexicon,
    check_claim_lexicon,
    load_claim_lexicon,
)

__all__ = ["ClaimLexicon", "check_claim_lexicon", "find_claims", "load_claim_lexicon"]

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.grade_word import GradeWord
    from ..models.step_word import StepWord
    from ..models.support_type_word import SupportTypeWord
    from ..models.word import Word


T = TypeVar("T", bound="Vocabulary")


@_attrs_define
class Vocabulary:
    """Every list of words that the API uses, each in its order.

    Attributes:
        actor_kinds (list[Word]): The kinds of actors.
        agreement_statuses (list[Word]): Status of an agreement.
        attention (list[Word]): Why a client may need attention.
        audiences (list[Word]): Whom sentences address.
        availabilities (list[Word]): Whether the client could ask for it.
        bases (list[Word]): What an authorization rests on.
        burdens (list[GradeWord]): How much a supporter carries.
        capacities (list[Word]): The capacities in which a request is made, in the access log.
        caseload_sorts (list[Word]): The orders of a caseload.
        change_kinds (list[Word]): What can change from one card to another.
        closenesses (list[Word]): How close a supporter is.
        confirmations (list[Word]): What confirmed a log-in.
        consent_manners (list[Word]): How a client gave a consent.
        consent_purposes (list[Word]): What a consent allows its receiver.
        contact_frequencies (list[Word]): How often there is contact.
        coverage_states (list[Word]): What perceived availability makes of a need.
        deliveries (list[Word]): How the secret of an invitation reaches the invited person.
        directions (list[Word]): The direction of support, seen from the client.
        erasure_bases (list[Word]): Why a record was erased.
        erasure_refusal_grounds (list[Word]): Why a request for erasure is refused.
        event_kinds (list[Word]): The kinds of events in a stream.
        factors (list[Word]): With what a user proved who they are.
        import_outcomes (list[Word]): What an import of people to invite does with a row.
        integration_scopes (list[Word]): What an integration may do.
        languages (list[Word]): The languages of responses.
        life_domains (list[Word]): The part of life in which the client meets a person.
        mail_states (list[Word]): The state of a mail.
        need_levels (list[GradeWord]): How much the client needs of a support type.
        organisation_statuses (list[Word]): Whether an organisation's members have access.
        outcomes (list[Word]): The outcomes of an operation.
        reasons (list[Word]): Why a helper has this rank.
        relationships (list[Word]): What a person is to the client.
        roles (list[Word]): The roles of members and of makers of cards.
        rules (list[Word]): The rules for observations about a map.
        second_factor_states (list[Word]): Whether a session has or needs a second factor.
        session_kinds (list[Word]): What a session was started for.
        step_states (list[Word]): Progress of a step.
        steps (list[StepWord]): The steps of making a map, each with its questions.
        support_types (list[SupportTypeWord]): The organisation's support types: the built-in ones first.
        tensions (list[GradeWord]): The tension with a supporter.
        tie_strengths (list[GradeWord]): How well two supporters know each other.
    """

    actor_kinds: list[Word]
    agreement_statuses: list[Word]
    attention: list[Word]
    audiences: list[Word]
    availabilities: list[Word]
    bases: list[Word]
    burdens: list[GradeWord]
    capacities: list[Word]
    caseload_sorts: list[Word]
    change_kinds: list[Word]
    closenesses: list[Word]
    confirmations: list[Word]
    consent_manners: list[Word]
    consent_purposes: list[Word]
    contact_frequencies: list[Word]
    coverage_states: list[Word]
    deliveries: list[Word]
    directions: list[Word]
    erasure_bases: list[Word]
    erasure_refusal_grounds: list[Word]
    event_kinds: list[Word]
    factors: list[Word]
    import_outcomes: list[Word]
    integration_scopes: list[Word]
    languages: list[Word]
    life_domains: list[Word]
    mail_states: list[Word]
    need_levels: list[GradeWord]
    organisation_statuses: list[Word]
    outcomes: list[Word]
    reasons: list[Word]
    relationships: list[Word]
    roles: list[Word]
    rules: list[Word]
    second_factor_states: list[Word]
    session_kinds: list[Word]
    step_states: list[Word]
    steps: list[StepWord]
    support_types: list[SupportTypeWord]
    tensions: list[GradeWord]
    tie_strengths: list[GradeWord]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        actor_kinds = []
        for actor_kinds_item_data in self.actor_kinds:
            actor_kinds_item = actor_kinds_item_data.to_dict()
            actor_kinds.append(actor_kinds_item)

        agreement_statuses = []
        for agreement_statuses_item_data in self.agreement_statuses:
            agreement_statuses_item = agreement_statuses_item_data.to_dict()
            agreement_statuses.append(agreement_statuses_item)

        attention = []
        for attention_item_data in self.attention:
            attention_item = attention_item_data.to_dict()
            attention.append(attention_item)

        audiences = []
        for audiences_item_data in self.audiences:
            audiences_item = audiences_item_data.to_dict()
            audiences.append(audiences_item)

        availabilities = []
        for availabilities_item_data in self.availabilities:
            availabilities_item = availabilities_item_data.to_dict()
            availabilities.append(availabilities_item)

        bases = []
        for bases_item_data in self.bases:
            bases_item = bases_item_data.to_dict()
            bases.append(bases_item)

        burdens = []
        for burdens_item_data in self.burdens:
            burdens_item = burdens_item_data.to_dict()
            burdens.append(burdens_item)

        capacities = []
        for capacities_item_data in self.capacities:
            capacities_item = capacities_item_data.to_dict()
            capacities.append(capacities_item)

        caseload_sorts = []
        for caseload_sorts_item_data in self.caseload_sorts:
            caseload_sorts_item = caseload_sorts_item_data.to_dict()
            caseload_sorts.append(caseload_sorts_item)

        change_kinds = []
        for change_kinds_item_data in self.change_kinds:
            change_kinds_item = change_kinds_item_data.to_dict()
            change_kinds.append(change_kinds_item)

        closenesses = []
        for closenesses_item_data in self.closenesses:
            closenesses_item = closenesses_item_data.to_dict()
            closenesses.append(closenesses_item)

        confirmations = []
        for confirmations_item_data in self.confirmations:
            confirmations_item = confirmations_item_data.to_dict()
            confirmations.append(confirmations_item)

        consent_manners = []
        for consent_manners_item_data in self.consent_manners:
            consent_manners_item = consent_manners_item_data.to_dict()
            consent_manners.append(consent_manners_item)

        consent_purposes = []
        for consent_purposes_item_data in self.consent_purposes:
            consent_purposes_item = consent_purposes_item_data.to_dict()
            consent_purposes.append(consent_purposes_item)

        contact_frequencies = []
        for contact_frequencies_item_data in self.contact_frequencies:
            contact_frequencies_item = contact_frequencies_item_data.to_dict()
            contact_frequencies.append(contact_frequencies_item)

        coverage_states = []
        for coverage_states_item_data in self.coverage_states:
            coverage_states_item = coverage_states_item_data.to_dict()
            coverage_states.append(coverage_states_item)

        deliveries = []
        for deliveries_item_data in self.deliveries:
            deliveries_item = deliveries_item_data.to_dict()
            deliveries.append(deliveries_item)

        directions = []
        for directions_item_data in self.directions:
            directions_item = directions_item_data.to_dict()
            directions.append(directions_item)

        erasure_bases = []
        for erasure_bases_item_data in self.erasure_bases:
            erasure_bases_item = erasure_bases_item_data.to_dict()
            erasure_bases.append(erasure_bases_item)

        erasure_refusal_grounds = []
        for erasure_refusal_grounds_item_data in self.erasure_refusal_grounds:
            erasure_refusal_grounds_item = erasure_refusal_grounds_item_data.to_dict()
            erasure_refusal_grounds.append(erasure_refusal_grounds_item)

        event_kinds = []
        for event_kinds_item_data in self.event_kinds:
            event_kinds_item = event_kinds_item_data.to_dict()
            event_kinds.append(event_kinds_item)

        factors = []
        for factors_item_data in self.factors:
            factors_item = factors_item_data.to_dict()
            factors.append(factors_item)

        import_outcomes = []
        for import_outcomes_item_data in self.import_outcomes:
            import_outcomes_item = import_outcomes_item_data.to_dict()
            import_outcomes.append(import_outcomes_item)

        integration_scopes = []
        for integration_scopes_item_data in self.integration_scopes:
            integration_scopes_item = integration_scopes_item_data.to_dict()
            integration_scopes.append(integration_scopes_item)

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.to_dict()
            languages.append(languages_item)

        life_domains = []
        for life_domains_item_data in self.life_domains:
            life_domains_item = life_domains_item_data.to_dict()
            life_domains.append(life_domains_item)

        mail_states = []
        for mail_states_item_data in self.mail_states:
            mail_states_item = mail_states_item_data.to_dict()
            mail_states.append(mail_states_item)

        need_levels = []
        for need_levels_item_data in self.need_levels:
            need_levels_item = need_levels_item_data.to_dict()
            need_levels.append(need_levels_item)

        organisation_statuses = []
        for organisation_statuses_item_data in self.organisation_statuses:
            organisation_statuses_item = organisation_statuses_item_data.to_dict()
            organisation_statuses.append(organisation_statuses_item)

        outcomes = []
        for outcomes_item_data in self.outcomes:
            outcomes_item = outcomes_item_data.to_dict()
            outcomes.append(outcomes_item)

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        relationships = []
        for relationships_item_data in self.relationships:
            relationships_item = relationships_item_data.to_dict()
            relationships.append(relationships_item)

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.to_dict()
            roles.append(roles_item)

        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        second_factor_states = []
        for second_factor_states_item_data in self.second_factor_states:
            second_factor_states_item = second_factor_states_item_data.to_dict()
            second_factor_states.append(second_factor_states_item)

        session_kinds = []
        for session_kinds_item_data in self.session_kinds:
            session_kinds_item = session_kinds_item_data.to_dict()
            session_kinds.append(session_kinds_item)

        step_states = []
        for step_states_item_data in self.step_states:
            step_states_item = step_states_item_data.to_dict()
            step_states.append(step_states_item)

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        support_types = []
        for support_types_item_data in self.support_types:
            support_types_item = support_types_item_data.to_dict()
            support_types.append(support_types_item)

        tensions = []
        for tensions_item_data in self.tensions:
            tensions_item = tensions_item_data.to_dict()
            tensions.append(tensions_item)

        tie_strengths = []
        for tie_strengths_item_data in self.tie_strengths:
            tie_strengths_item = tie_strengths_item_data.to_dict()
            tie_strengths.append(tie_strengths_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "actorKinds": actor_kinds,
                "agreementStatuses": agreement_statuses,
                "attention": attention,
                "audiences": audiences,
                "availabilities": availabilities,
                "bases": bases,
                "burdens": burdens,
                "capacities": capacities,
                "caseloadSorts": caseload_sorts,
                "changeKinds": change_kinds,
                "closenesses": closenesses,
                "confirmations": confirmations,
                "consentManners": consent_manners,
                "consentPurposes": consent_purposes,
                "contactFrequencies": contact_frequencies,
                "coverageStates": coverage_states,
                "deliveries": deliveries,
                "directions": directions,
                "erasureBases": erasure_bases,
                "erasureRefusalGrounds": erasure_refusal_grounds,
                "eventKinds": event_kinds,
                "factors": factors,
                "importOutcomes": import_outcomes,
                "integrationScopes": integration_scopes,
                "languages": languages,
                "lifeDomains": life_domains,
                "mailStates": mail_states,
                "needLevels": need_levels,
                "organisationStatuses": organisation_statuses,
                "outcomes": outcomes,
                "reasons": reasons,
                "relationships": relationships,
                "roles": roles,
                "rules": rules,
                "secondFactorStates": second_factor_states,
                "sessionKinds": session_kinds,
                "stepStates": step_states,
                "steps": steps,
                "supportTypes": support_types,
                "tensions": tensions,
                "tieStrengths": tie_strengths,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.grade_word import GradeWord  # noqa: PLC0415
        from ..models.step_word import StepWord  # noqa: PLC0415
        from ..models.support_type_word import SupportTypeWord  # noqa: PLC0415
        from ..models.word import Word  # noqa: PLC0415

        d = dict(src_dict)
        actor_kinds = []
        _actor_kinds = d.pop("actorKinds")
        for actor_kinds_item_data in _actor_kinds:
            actor_kinds_item = Word.from_dict(actor_kinds_item_data)

            actor_kinds.append(actor_kinds_item)

        agreement_statuses = []
        _agreement_statuses = d.pop("agreementStatuses")
        for agreement_statuses_item_data in _agreement_statuses:
            agreement_statuses_item = Word.from_dict(agreement_statuses_item_data)

            agreement_statuses.append(agreement_statuses_item)

        attention = []
        _attention = d.pop("attention")
        for attention_item_data in _attention:
            attention_item = Word.from_dict(attention_item_data)

            attention.append(attention_item)

        audiences = []
        _audiences = d.pop("audiences")
        for audiences_item_data in _audiences:
            audiences_item = Word.from_dict(audiences_item_data)

            audiences.append(audiences_item)

        availabilities = []
        _availabilities = d.pop("availabilities")
        for availabilities_item_data in _availabilities:
            availabilities_item = Word.from_dict(availabilities_item_data)

            availabilities.append(availabilities_item)

        bases = []
        _bases = d.pop("bases")
        for bases_item_data in _bases:
            bases_item = Word.from_dict(bases_item_data)

            bases.append(bases_item)

        burdens = []
        _burdens = d.pop("burdens")
        for burdens_item_data in _burdens:
            burdens_item = GradeWord.from_dict(burdens_item_data)

            burdens.append(burdens_item)

        capacities = []
        _capacities = d.pop("capacities")
        for capacities_item_data in _capacities:
            capacities_item = Word.from_dict(capacities_item_data)

            capacities.append(capacities_item)

        caseload_sorts = []
        _caseload_sorts = d.pop("caseloadSorts")
        for caseload_sorts_item_data in _caseload_sorts:
            caseload_sorts_item = Word.from_dict(caseload_sorts_item_data)

            caseload_sorts.append(caseload_sorts_item)

        change_kinds = []
        _change_kinds = d.pop("changeKinds")
        for change_kinds_item_data in _change_kinds:
            change_kinds_item = Word.from_dict(change_kinds_item_data)

            change_kinds.append(change_kinds_item)

        closenesses = []
        _closenesses = d.pop("closenesses")
        for closenesses_item_data in _closenesses:
            closenesses_item = Word.from_dict(closenesses_item_data)

            closenesses.append(closenesses_item)

        confirmations = []
        _confirmations = d.pop("confirmations")
        for confirmations_item_data in _confirmations:
            confirmations_item = Word.from_dict(confirmations_item_data)

            confirmations.append(confirmations_item)

        consent_manners = []
        _consent_manners = d.pop("consentManners")
        for consent_manners_item_data in _consent_manners:
            consent_manners_item = Word.from_dict(consent_manners_item_data)

            consent_manners.append(consent_manners_item)

        consent_purposes = []
        _consent_purposes = d.pop("consentPurposes")
        for consent_purposes_item_data in _consent_purposes:
            consent_purposes_item = Word.from_dict(consent_purposes_item_data)

            consent_purposes.append(consent_purposes_item)

        contact_frequencies = []
        _contact_frequencies = d.pop("contactFrequencies")
        for contact_frequencies_item_data in _contact_frequencies:
            contact_frequencies_item = Word.from_dict(contact_frequencies_item_data)

            contact_frequencies.append(contact_frequencies_item)

        coverage_states = []
        _coverage_states = d.pop("coverageStates")
        for coverage_states_item_data in _coverage_states:
            coverage_states_item = Word.from_dict(coverage_states_item_data)

            coverage_states.append(coverage_states_item)

        deliveries = []
        _deliveries = d.pop("deliveries")
        for deliveries_item_data in _deliveries:
            deliveries_item = Word.from_dict(deliveries_item_data)

            deliveries.append(deliveries_item)

        directions = []
        _directions = d.pop("directions")
        for directions_item_data in _directions:
            directions_item = Word.from_dict(directions_item_data)

            directions.append(directions_item)

        erasure_bases = []
        _erasure_bases = d.pop("erasureBases")
        for erasure_bases_item_data in _erasure_bases:
            erasure_bases_item = Word.from_dict(erasure_bases_item_data)

            erasure_bases.append(erasure_bases_item)

        erasure_refusal_grounds = []
        _erasure_refusal_grounds = d.pop("erasureRefusalGrounds")
        for erasure_refusal_grounds_item_data in _erasure_refusal_grounds:
            erasure_refusal_grounds_item = Word.from_dict(erasure_refusal_grounds_item_data)

            erasure_refusal_grounds.append(erasure_refusal_grounds_item)

        event_kinds = []
        _event_kinds = d.pop("eventKinds")
        for event_kinds_item_data in _event_kinds:
            event_kinds_item = Word.from_dict(event_kinds_item_data)

            event_kinds.append(event_kinds_item)

        factors = []
        _factors = d.pop("factors")
        for factors_item_data in _factors:
            factors_item = Word.from_dict(factors_item_data)

            factors.append(factors_item)

        import_outcomes = []
        _import_outcomes = d.pop("importOutcomes")
        for import_outcomes_item_data in _import_outcomes:
            import_outcomes_item = Word.from_dict(import_outcomes_item_data)

            import_outcomes.append(import_outcomes_item)

        integration_scopes = []
        _integration_scopes = d.pop("integrationScopes")
        for integration_scopes_item_data in _integration_scopes:
            integration_scopes_item = Word.from_dict(integration_scopes_item_data)

            integration_scopes.append(integration_scopes_item)

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = Word.from_dict(languages_item_data)

            languages.append(languages_item)

        life_domains = []
        _life_domains = d.pop("lifeDomains")
        for life_domains_item_data in _life_domains:
            life_domains_item = Word.from_dict(life_domains_item_data)

            life_domains.append(life_domains_item)

        mail_states = []
        _mail_states = d.pop("mailStates")
        for mail_states_item_data in _mail_states:
            mail_states_item = Word.from_dict(mail_states_item_data)

            mail_states.append(mail_states_item)

        need_levels = []
        _need_levels = d.pop("needLevels")
        for need_levels_item_data in _need_levels:
            need_levels_item = GradeWord.from_dict(need_levels_item_data)

            need_levels.append(need_levels_item)

        organisation_statuses = []
        _organisation_statuses = d.pop("organisationStatuses")
        for organisation_statuses_item_data in _organisation_statuses:
            organisation_statuses_item = Word.from_dict(organisation_statuses_item_data)

            organisation_statuses.append(organisation_statuses_item)

        outcomes = []
        _outcomes = d.pop("outcomes")
        for outcomes_item_data in _outcomes:
            outcomes_item = Word.from_dict(outcomes_item_data)

            outcomes.append(outcomes_item)

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = Word.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        relationships = []
        _relationships = d.pop("relationships")
        for relationships_item_data in _relationships:
            relationships_item = Word.from_dict(relationships_item_data)

            relationships.append(relationships_item)

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = Word.from_dict(roles_item_data)

            roles.append(roles_item)

        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = Word.from_dict(rules_item_data)

            rules.append(rules_item)

        second_factor_states = []
        _second_factor_states = d.pop("secondFactorStates")
        for second_factor_states_item_data in _second_factor_states:
            second_factor_states_item = Word.from_dict(second_factor_states_item_data)

            second_factor_states.append(second_factor_states_item)

        session_kinds = []
        _session_kinds = d.pop("sessionKinds")
        for session_kinds_item_data in _session_kinds:
            session_kinds_item = Word.from_dict(session_kinds_item_data)

            session_kinds.append(session_kinds_item)

        step_states = []
        _step_states = d.pop("stepStates")
        for step_states_item_data in _step_states:
            step_states_item = Word.from_dict(step_states_item_data)

            step_states.append(step_states_item)

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepWord.from_dict(steps_item_data)

            steps.append(steps_item)

        support_types = []
        _support_types = d.pop("supportTypes")
        for support_types_item_data in _support_types:
            support_types_item = SupportTypeWord.from_dict(support_types_item_data)

            support_types.append(support_types_item)

        tensions = []
        _tensions = d.pop("tensions")
        for tensions_item_data in _tensions:
            tensions_item = GradeWord.from_dict(tensions_item_data)

            tensions.append(tensions_item)

        tie_strengths = []
        _tie_strengths = d.pop("tieStrengths")
        for tie_strengths_item_data in _tie_strengths:
            tie_strengths_item = GradeWord.from_dict(tie_strengths_item_data)

            tie_strengths.append(tie_strengths_item)

        vocabulary = cls(
            actor_kinds=actor_kinds,
            agreement_statuses=agreement_statuses,
            attention=attention,
            audiences=audiences,
            availabilities=availabilities,
            bases=bases,
            burdens=burdens,
            capacities=capacities,
            caseload_sorts=caseload_sorts,
            change_kinds=change_kinds,
            closenesses=closenesses,
            confirmations=confirmations,
            consent_manners=consent_manners,
            consent_purposes=consent_purposes,
            contact_frequencies=contact_frequencies,
            coverage_states=coverage_states,
            deliveries=deliveries,
            directions=directions,
            erasure_bases=erasure_bases,
            erasure_refusal_grounds=erasure_refusal_grounds,
            event_kinds=event_kinds,
            factors=factors,
            import_outcomes=import_outcomes,
            integration_scopes=integration_scopes,
            languages=languages,
            life_domains=life_domains,
            mail_states=mail_states,
            need_levels=need_levels,
            organisation_statuses=organisation_statuses,
            outcomes=outcomes,
            reasons=reasons,
            relationships=relationships,
            roles=roles,
            rules=rules,
            second_factor_states=second_factor_states,
            session_kinds=session_kinds,
            step_states=step_states,
            steps=steps,
            support_types=support_types,
            tensions=tensions,
            tie_strengths=tie_strengths,
        )

        vocabulary.additional_properties = d
        return vocabulary

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

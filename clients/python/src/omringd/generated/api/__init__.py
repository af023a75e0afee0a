from functools import cached_property

from ..client import Service
from .access_log import AccessLogApi
from .access_requests import AccessRequestsApi
from .agreements import AgreementsApi
from .assignments import AssignmentsApi
from .cards import CardsApi
from .caseload import CaseloadApi
from .clients import ClientsApi
from .coach_notes import CoachNotesApi
from .consents import ConsentsApi
from .erasure_requests import ErasureRequestsApi
from .erasures import ErasuresApi
from .helpers import HelpersApi
from .identities import IdentitiesApi
from .identity_providers import IdentityProvidersApi
from .insights import InsightsApi
from .integration_tokens import IntegrationTokensApi
from .integrations import IntegrationsApi
from .invitations import InvitationsApi
from .legal_holds import LegalHoldsApi
from .log_ins import LogInsApi
from .maps import MapsApi
from .me import MeApi
from .members import MembersApi
from .needs import NeedsApi
from .oauth2 import Oauth2Api
from .organisation import OrganisationApi
from .organisations import OrganisationsApi
from .passkeys import PasskeysApi
from .persons import PersonsApi
from .portability import PortabilityApi
from .reflections import ReflectionsApi
from .restrictions import RestrictionsApi
from .retention import RetentionApi
from .second_factors import SecondFactorsApi
from .service import ServiceApi
from .sessions import SessionsApi
from .supporters import SupportersApi
from .ties import TiesApi
from .vocabulary import VocabularyApi


class Operations:
    """The operations of the API by their tag."""

    def __init__(self, service: Service) -> None:
        self._service = service

    @cached_property
    def oauth2(self) -> Oauth2Api:
        return Oauth2Api(self._service)

    @cached_property
    def service(self) -> ServiceApi:
        return ServiceApi(self._service)

    @cached_property
    def access_requests(self) -> AccessRequestsApi:
        return AccessRequestsApi(self._service)

    @cached_property
    def agreements(self) -> AgreementsApi:
        return AgreementsApi(self._service)

    @cached_property
    def assignments(self) -> AssignmentsApi:
        return AssignmentsApi(self._service)

    @cached_property
    def access_log(self) -> AccessLogApi:
        return AccessLogApi(self._service)

    @cached_property
    def cards(self) -> CardsApi:
        return CardsApi(self._service)

    @cached_property
    def caseload(self) -> CaseloadApi:
        return CaseloadApi(self._service)

    @cached_property
    def clients(self) -> ClientsApi:
        return ClientsApi(self._service)

    @cached_property
    def coach_notes(self) -> CoachNotesApi:
        return CoachNotesApi(self._service)

    @cached_property
    def consents(self) -> ConsentsApi:
        return ConsentsApi(self._service)

    @cached_property
    def persons(self) -> PersonsApi:
        return PersonsApi(self._service)

    @cached_property
    def erasure_requests(self) -> ErasureRequestsApi:
        return ErasureRequestsApi(self._service)

    @cached_property
    def portability(self) -> PortabilityApi:
        return PortabilityApi(self._service)

    @cached_property
    def helpers(self) -> HelpersApi:
        return HelpersApi(self._service)

    @cached_property
    def legal_holds(self) -> LegalHoldsApi:
        return LegalHoldsApi(self._service)

    @cached_property
    def log_ins(self) -> LogInsApi:
        return LogInsApi(self._service)

    @cached_property
    def maps(self) -> MapsApi:
        return MapsApi(self._service)

    @cached_property
    def restrictions(self) -> RestrictionsApi:
        return RestrictionsApi(self._service)

    @cached_property
    def me(self) -> MeApi:
        return MeApi(self._service)

    @cached_property
    def erasures(self) -> ErasuresApi:
        return ErasuresApi(self._service)

    @cached_property
    def identity_providers(self) -> IdentityProvidersApi:
        return IdentityProvidersApi(self._service)

    @cached_property
    def integration_tokens(self) -> IntegrationTokensApi:
        return IntegrationTokensApi(self._service)

    @cached_property
    def integrations(self) -> IntegrationsApi:
        return IntegrationsApi(self._service)

    @cached_property
    def invitations(self) -> InvitationsApi:
        return InvitationsApi(self._service)

    @cached_property
    def sessions(self) -> SessionsApi:
        return SessionsApi(self._service)

    @cached_property
    def insights(self) -> InsightsApi:
        return InsightsApi(self._service)

    @cached_property
    def needs(self) -> NeedsApi:
        return NeedsApi(self._service)

    @cached_property
    def reflections(self) -> ReflectionsApi:
        return ReflectionsApi(self._service)

    @cached_property
    def supporters(self) -> SupportersApi:
        return SupportersApi(self._service)

    @cached_property
    def ties(self) -> TiesApi:
        return TiesApi(self._service)

    @cached_property
    def identities(self) -> IdentitiesApi:
        return IdentitiesApi(self._service)

    @cached_property
    def passkeys(self) -> PasskeysApi:
        return PasskeysApi(self._service)

    @cached_property
    def second_factors(self) -> SecondFactorsApi:
        return SecondFactorsApi(self._service)

    @cached_property
    def members(self) -> MembersApi:
        return MembersApi(self._service)

    @cached_property
    def organisation(self) -> OrganisationApi:
        return OrganisationApi(self._service)

    @cached_property
    def organisations(self) -> OrganisationsApi:
        return OrganisationsApi(self._service)

    @cached_property
    def retention(self) -> RetentionApi:
        return RetentionApi(self._service)

    @cached_property
    def vocabulary(self) -> VocabularyApi:
        return VocabularyApi(self._service)

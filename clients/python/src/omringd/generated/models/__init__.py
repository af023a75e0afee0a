"""Contains all the data models used in inputs/outputs"""

from .absence import Absence
from .accept_email_change import AcceptEmailChange
from .accept_invitation import AcceptInvitation
from .accepted_invitation import AcceptedInvitation
from .access_log_head import AccessLogHead
from .access_log_line import AccessLogLine
from .access_request import AccessRequest
from .actor import Actor
from .actor_kind import ActorKind
from .add_passkey import AddPasskey
from .add_second_factor import AddSecondFactor
from .added_passkey import AddedPasskey
from .added_second_factor import AddedSecondFactor
from .administrator_invitation import AdministratorInvitation
from .agreement import Agreement
from .agreement_overview import AgreementOverview
from .agreement_status import AgreementStatus
from .agreements_overview import AgreementsOverview
from .assignment import Assignment
from .assignments import Assignments
from .attention import Attention
from .attention_count import AttentionCount
from .audit_event import AuditEvent
from .availability import Availability
from .basis import Basis
from .begin_identity_link import BeginIdentityLink
from .begin_provider_log_in import BeginProviderLogIn
from .begun_provider_log_in import BegunProviderLogIn
from .capacity import Capacity
from .card import Card
from .card_differences import CardDifferences
from .card_head import CardHead
from .caseload import Caseload
from .caseload_entry import CaseloadEntry
from .caseload_facets import CaseloadFacets
from .change_availability_changed import ChangeAvailabilityChanged
from .change_availability_changed_kind import ChangeAvailabilityChangedKind
from .change_burden_changed import ChangeBurdenChanged
from .change_burden_changed_kind import ChangeBurdenChangedKind
from .change_contact_changed import ChangeContactChanged
from .change_contact_changed_kind import ChangeContactChangedKind
from .change_direction_changed import ChangeDirectionChanged
from .change_direction_changed_kind import ChangeDirectionChangedKind
from .change_event import ChangeEvent
from .change_moved_inward import ChangeMovedInward
from .change_moved_inward_kind import ChangeMovedInwardKind
from .change_moved_outward import ChangeMovedOutward
from .change_moved_outward_kind import ChangeMovedOutwardKind
from .change_need_changed import ChangeNeedChanged
from .change_need_changed_kind import ChangeNeedChangedKind
from .change_password import ChangePassword
from .change_placed import ChangePlaced
from .change_placed_kind import ChangePlacedKind
from .change_support_gained import ChangeSupportGained
from .change_support_gained_kind import ChangeSupportGainedKind
from .change_support_lost import ChangeSupportLost
from .change_support_lost_kind import ChangeSupportLostKind
from .change_supporter_added import ChangeSupporterAdded
from .change_supporter_added_kind import ChangeSupporterAddedKind
from .change_supporter_gone import ChangeSupporterGone
from .change_supporter_gone_kind import ChangeSupporterGoneKind
from .change_tension_changed import ChangeTensionChanged
from .change_tension_changed_kind import ChangeTensionChangedKind
from .change_tie_gained import ChangeTieGained
from .change_tie_gained_kind import ChangeTieGainedKind
from .change_tie_lost import ChangeTieLost
from .change_tie_lost_kind import ChangeTieLostKind
from .change_type_covered import ChangeTypeCovered
from .change_type_covered_kind import ChangeTypeCoveredKind
from .change_type_uncovered import ChangeTypeUncovered
from .change_type_uncovered_kind import ChangeTypeUncoveredKind
from .change_unplaced import ChangeUnplaced
from .change_unplaced_kind import ChangeUnplacedKind
from .choose_organisation import ChooseOrganisation
from .client import Client
from .client_authentication import ClientAuthentication
from .client_coach import ClientCoach
from .client_document import ClientDocument
from .client_log_in import ClientLogIn
from .closeness import Closeness
from .coach_note import CoachNote
from .complete_provider_log_in import CompleteProviderLogIn
from .composition import Composition
from .concentration import Concentration
from .confirm_log_in import ConfirmLogIn
from .confirm_retention import ConfirmRetention
from .confirm_second_factor import ConfirmSecondFactor
from .confirm_session import ConfirmSession
from .confirmation import Confirmation
from .confirmed_erasures import ConfirmedErasures
from .consent import Consent
from .consent_manner import ConsentManner
from .consent_purpose import ConsentPurpose
from .consent_receiver import ConsentReceiver
from .consequence import Consequence
from .contact import Contact
from .contact_frequency import ContactFrequency
from .contact_preview import ContactPreview
from .contact_problem import ContactProblem
from .content_agreement import ContentAgreement
from .content_person import ContentPerson
from .content_supporter import ContentSupporter
from .content_tie import ContentTie
from .coverage import Coverage
from .coverage_state import CoverageState
from .create_agreement import CreateAgreement
from .create_assignment import CreateAssignment
from .create_assignments import CreateAssignments
from .create_card import CreateCard
from .create_client import CreateClient
from .create_client_if_exists import CreateClientIfExists
from .create_coach_note import CreateCoachNote
from .create_consent import CreateConsent
from .create_identity_provider import CreateIdentityProvider
from .create_integration import CreateIntegration
from .create_integration_token import CreateIntegrationToken
from .create_invitation import CreateInvitation
from .create_legal_hold import CreateLegalHold
from .create_log_in_domain import CreateLogInDomain
from .create_map import CreateMap
from .create_organisation import CreateOrganisation
from .create_person import CreatePerson
from .create_persons import CreatePersons
from .create_reflection import CreateReflection
from .create_supporter import CreateSupporter
from .create_tie import CreateTie
from .created_invitation import CreatedInvitation
from .current_session import CurrentSession
from .delete_me import DeleteMe
from .delivery import Delivery
from .direction import Direction
from .document_agreement import DocumentAgreement
from .document_card import DocumentCard
from .document_card_content import DocumentCardContent
from .document_card_person import DocumentCardPerson
from .document_client import DocumentClient
from .document_labels import DocumentLabels
from .document_map import DocumentMap
from .document_person import DocumentPerson
from .document_profile import DocumentProfile
from .document_reflection import DocumentReflection
from .document_support_type import DocumentSupportType
from .document_supporter import DocumentSupporter
from .document_tie import DocumentTie
from .erased import Erased
from .erasure import Erasure
from .erasure_basis import ErasureBasis
from .erasure_refusal import ErasureRefusal
from .erasure_refusal_ground import ErasureRefusalGround
from .erasure_request import ErasureRequest
from .event_kind import EventKind
from .export_client_format import ExportClientFormat
from .external_identifier import ExternalIdentifier
from .factor import Factor
from .field_code import FieldCode
from .field_problem import FieldProblem
from .find_helpers_audience import FindHelpersAudience
from .find_log_in_methods import FindLogInMethods
from .format_ import Format
from .founded_organisation import FoundedOrganisation
from .grade_word import GradeWord
from .grant_type import GrantType
from .helper import Helper
from .helpers_found import HelpersFound
from .identity_provider import IdentityProvider
from .import_outcome import ImportOutcome
from .imported import Imported
from .imported_invitation import ImportedInvitation
from .imported_invitations import ImportedInvitations
from .insights import Insights
from .integration import Integration
from .integration_token import IntegrationToken
from .invitation import Invitation
from .invite_administrator import InviteAdministrator
from .invited_role import InvitedRole
from .issued_integration_token import IssuedIntegrationToken
from .labels import Labels
from .language import Language
from .last_card import LastCard
from .latest_map import LatestMap
from .legal_hold import LegalHold
from .life_domain import LifeDomain
from .list_access_log_head import ListAccessLogHead
from .list_access_log_line import ListAccessLogLine
from .list_access_request import ListAccessRequest
from .list_agreement import ListAgreement
from .list_agreements_status_item import ListAgreementsStatusItem
from .list_assignment import ListAssignment
from .list_audit_event import ListAuditEvent
from .list_audit_events_outcome import ListAuditEventsOutcome
from .list_card_head import ListCardHead
from .list_caseload_attention_item import ListCaseloadAttentionItem
from .list_caseload_sort import ListCaseloadSort
from .list_client import ListClient
from .list_client_coach import ListClientCoach
from .list_client_log_in import ListClientLogIn
from .list_coach_note import ListCoachNote
from .list_consent import ListConsent
from .list_consent_receiver import ListConsentReceiver
from .list_erasure import ListErasure
from .list_erasure_request import ListErasureRequest
from .list_helpers_found import ListHelpersFound
from .list_identity_provider import ListIdentityProvider
from .list_integration import ListIntegration
from .list_integration_token import ListIntegrationToken
from .list_invitation import ListInvitation
from .list_legal_hold import ListLegalHold
from .list_log_in_domain import ListLogInDomain
from .list_map import ListMap
from .list_member import ListMember
from .list_member_identity import ListMemberIdentity
from .list_organisation import ListOrganisation
from .list_own_identity import ListOwnIdentity
from .list_person_on_maps import ListPersonOnMaps
from .list_placed_person import ListPlacedPerson
from .list_reflection import ListReflection
from .list_restriction import ListRestriction
from .list_second_factor import ListSecondFactor
from .list_session import ListSession
from .list_tie import ListTie
from .log_in import LogIn
from .log_in_domain import LogInDomain
from .log_in_methods import LogInMethods
from .log_in_ticket import LogInTicket
from .log_in_with_passkey import LogInWithPasskey
from .logged_in import LoggedIn
from .look_up_invitation import LookUpInvitation
from .mail_code import MailCode
from .mail_state import MailState
from .mail_status import MailStatus
from .maker_role import MakerRole
from .map_ import Map
from .map_agreement import MapAgreement
from .map_change import MapChange
from .map_looked_up import MapLookedUp
from .map_overview import MapOverview
from .map_tables import MapTables
from .me import Me
from .measures import Measures
from .member import Member
from .member_identity import MemberIdentity
from .member_role import MemberRole
from .merge_persons import MergePersons
from .named_client import NamedClient
from .named_supporter import NamedSupporter
from .named_user import NamedUser
from .need import Need
from .needs_of_map import Needs
from .new_labels import NewLabels
from .new_recovery_codes import NewRecoveryCodes
from .new_tokens import NewTokens
from .o_auth_error import OAuthError
from .o_auth_logout_request import OAuthLogoutRequest
from .observation import Observation
from .observation_facts import ObservationFacts
from .offered_invitation import OfferedInvitation
from .offered_provider import OfferedProvider
from .open_agreements import OpenAgreements
from .organisation import Organisation
from .organisation_status import OrganisationStatus
from .outcome import Outcome
from .overview import Overview
from .own_identity import OwnIdentity
from .own_membership import OwnMembership
from .own_organisation import OwnOrganisation
from .own_support_type import OwnSupportType
from .passkey_algorithm import PasskeyAlgorithm
from .passkey_answer import PasskeyAnswer
from .passkey_assertion import PasskeyAssertion
from .passkey_attestation import PasskeyAttestation
from .passkey_challenge import PasskeyChallenge
from .passkey_creation import PasskeyCreation
from .passkey_creation_options import PasskeyCreationOptions
from .passkey_descriptor import PasskeyDescriptor
from .passkey_extensions import PasskeyExtensions
from .passkey_registration import PasskeyRegistration
from .passkey_relying_party import PasskeyRelyingParty
from .passkey_request_options import PasskeyRequestOptions
from .passkey_selection import PasskeySelection
from .passkey_signature import PasskeySignature
from .passkey_user import PasskeyUser
from .person import Person
from .person_on_maps import PersonOnMaps
from .persons import Persons
from .place import Place
from .placed_person import PlacedPerson
from .preview_card_format import PreviewCardFormat
from .preview_card_include_item import PreviewCardIncludeItem
from .preview_card_sheet import PreviewCardSheet
from .problem import Problem
from .problem_params import ProblemParams
from .prompt import Prompt
from .provider_callback import ProviderCallback
from .public_key import PublicKey
from .public_key_set import PublicKeySet
from .put_supporter import PutSupporter
from .reason import Reason
from .reason_code import ReasonCode
from .record_request import RecordRequest
from .recorded_request import RecordedRequest
from .recovery_codes_left import RecoveryCodesLeft
from .reflection import Reflection
from .refuse_erasure_request import RefuseErasureRequest
from .relationship import Relationship
from .replace_map_content import ReplaceMapContent
from .replace_needs import ReplaceNeeds
from .replace_support_types import ReplaceSupportTypes
from .request_email_change import RequestEmailChange
from .request_log_in_code import RequestLogInCode
from .request_passkey_challenge import RequestPasskeyChallenge
from .request_password_reset import RequestPasswordReset
from .reset_password import ResetPassword
from .restriction import Restriction
from .retained_client import RetainedClient
from .retention_confirmation import RetentionConfirmation
from .retention_preview import RetentionPreview
from .revocation_request import RevocationRequest
from .rule import Rule
from .scope import Scope
from .search_clients import SearchClients
from .second_factor import SecondFactor
from .second_factor_kind import SecondFactorKind
from .second_factor_role import SecondFactorRole
from .second_factor_state import SecondFactorState
from .session import Session
from .session_kind import SessionKind
from .show_absence_audience import ShowAbsenceAudience
from .show_authorization_server_response_200 import ShowAuthorizationServerResponse200
from .show_card_picture_format import ShowCardPictureFormat
from .show_card_picture_include_item import ShowCardPictureIncludeItem
from .show_card_picture_sheet import ShowCardPictureSheet
from .show_client_keys_response_200 import ShowClientKeysResponse200
from .show_insights_audience import ShowInsightsAudience
from .show_keys_response_200 import ShowKeysResponse200
from .show_readiness_for import ShowReadinessFor
from .step import Step
from .step_progress import StepProgress
from .step_state import StepState
from .step_word import StepWord
from .support import Support
from .support_type_word import SupportTypeWord
from .supporter import Supporter
from .tie import Tie
from .token import Token
from .token_request import TokenRequest
from .turnover import Turnover
from .update_agreement import UpdateAgreement
from .update_assignment import UpdateAssignment
from .update_client import UpdateClient
from .update_coach_note import UpdateCoachNote
from .update_identity_provider import UpdateIdentityProvider
from .update_integration import UpdateIntegration
from .update_map import UpdateMap
from .update_me import UpdateMe
from .update_member import UpdateMember
from .update_organisation import UpdateOrganisation
from .update_own_organisation import UpdateOwnOrganisation
from .update_person import UpdatePerson
from .update_reflection import UpdateReflection
from .update_supporter import UpdateSupporter
from .update_tie import UpdateTie
from .vocabulary import Vocabulary
from .whole_map import WholeMap
from .word import Word
from .word_count import WordCount

__all__ = (
    "Absence",
    "AcceptedInvitation",
    "AcceptEmailChange",
    "AcceptInvitation",
    "AccessLogHead",
    "AccessLogLine",
    "AccessRequest",
    "Actor",
    "ActorKind",
    "AddedPasskey",
    "AddedSecondFactor",
    "AddPasskey",
    "AddSecondFactor",
    "AdministratorInvitation",
    "Agreement",
    "AgreementOverview",
    "AgreementsOverview",
    "AgreementStatus",
    "Assignment",
    "Assignments",
    "Attention",
    "AttentionCount",
    "AuditEvent",
    "Availability",
    "Basis",
    "BeginIdentityLink",
    "BeginProviderLogIn",
    "BegunProviderLogIn",
    "Capacity",
    "Card",
    "CardDifferences",
    "CardHead",
    "Caseload",
    "CaseloadEntry",
    "CaseloadFacets",
    "ChangeAvailabilityChanged",
    "ChangeAvailabilityChangedKind",
    "ChangeBurdenChanged",
    "ChangeBurdenChangedKind",
    "ChangeContactChanged",
    "ChangeContactChangedKind",
    "ChangeDirectionChanged",
    "ChangeDirectionChangedKind",
    "ChangeEvent",
    "ChangeMovedInward",
    "ChangeMovedInwardKind",
    "ChangeMovedOutward",
    "ChangeMovedOutwardKind",
    "ChangeNeedChanged",
    "ChangeNeedChangedKind",
    "ChangePassword",
    "ChangePlaced",
    "ChangePlacedKind",
    "ChangeSupporterAdded",
    "ChangeSupporterAddedKind",
    "ChangeSupporterGone",
    "ChangeSupporterGoneKind",
    "ChangeSupportGained",
    "ChangeSupportGainedKind",
    "ChangeSupportLost",
    "ChangeSupportLostKind",
    "ChangeTensionChanged",
    "ChangeTensionChangedKind",
    "ChangeTieGained",
    "ChangeTieGainedKind",
    "ChangeTieLost",
    "ChangeTieLostKind",
    "ChangeTypeCovered",
    "ChangeTypeCoveredKind",
    "ChangeTypeUncovered",
    "ChangeTypeUncoveredKind",
    "ChangeUnplaced",
    "ChangeUnplacedKind",
    "ChooseOrganisation",
    "Client",
    "ClientAuthentication",
    "ClientCoach",
    "ClientDocument",
    "ClientLogIn",
    "Closeness",
    "CoachNote",
    "CompleteProviderLogIn",
    "Composition",
    "Concentration",
    "Confirmation",
    "ConfirmedErasures",
    "ConfirmLogIn",
    "ConfirmRetention",
    "ConfirmSecondFactor",
    "ConfirmSession",
    "Consent",
    "ConsentManner",
    "ConsentPurpose",
    "ConsentReceiver",
    "Consequence",
    "Contact",
    "ContactFrequency",
    "ContactPreview",
    "ContactProblem",
    "ContentAgreement",
    "ContentPerson",
    "ContentSupporter",
    "ContentTie",
    "Coverage",
    "CoverageState",
    "CreateAgreement",
    "CreateAssignment",
    "CreateAssignments",
    "CreateCard",
    "CreateClient",
    "CreateClientIfExists",
    "CreateCoachNote",
    "CreateConsent",
    "CreatedInvitation",
    "CreateIdentityProvider",
    "CreateIntegration",
    "CreateIntegrationToken",
    "CreateInvitation",
    "CreateLegalHold",
    "CreateLogInDomain",
    "CreateMap",
    "CreateOrganisation",
    "CreatePerson",
    "CreatePersons",
    "CreateReflection",
    "CreateSupporter",
    "CreateTie",
    "CurrentSession",
    "DeleteMe",
    "Delivery",
    "Direction",
    "DocumentAgreement",
    "DocumentCard",
    "DocumentCardContent",
    "DocumentCardPerson",
    "DocumentClient",
    "DocumentLabels",
    "DocumentMap",
    "DocumentPerson",
    "DocumentProfile",
    "DocumentReflection",
    "DocumentSupporter",
    "DocumentSupportType",
    "DocumentTie",
    "Erased",
    "Erasure",
    "ErasureBasis",
    "ErasureRefusal",
    "ErasureRefusalGround",
    "ErasureRequest",
    "EventKind",
    "ExportClientFormat",
    "ExternalIdentifier",
    "Factor",
    "FieldCode",
    "FieldProblem",
    "FindHelpersAudience",
    "FindLogInMethods",
    "Format",
    "FoundedOrganisation",
    "GradeWord",
    "GrantType",
    "Helper",
    "HelpersFound",
    "IdentityProvider",
    "Imported",
    "ImportedInvitation",
    "ImportedInvitations",
    "ImportOutcome",
    "Insights",
    "Integration",
    "IntegrationToken",
    "Invitation",
    "InviteAdministrator",
    "InvitedRole",
    "IssuedIntegrationToken",
    "Labels",
    "Language",
    "LastCard",
    "LatestMap",
    "LegalHold",
    "LifeDomain",
    "ListAccessLogHead",
    "ListAccessLogLine",
    "ListAccessRequest",
    "ListAgreement",
    "ListAgreementsStatusItem",
    "ListAssignment",
    "ListAuditEvent",
    "ListAuditEventsOutcome",
    "ListCardHead",
    "ListCaseloadAttentionItem",
    "ListCaseloadSort",
    "ListClient",
    "ListClientCoach",
    "ListClientLogIn",
    "ListCoachNote",
    "ListConsent",
    "ListConsentReceiver",
    "ListErasure",
    "ListErasureRequest",
    "ListHelpersFound",
    "ListIdentityProvider",
    "ListIntegration",
    "ListIntegrationToken",
    "ListInvitation",
    "ListLegalHold",
    "ListLogInDomain",
    "ListMap",
    "ListMember",
    "ListMemberIdentity",
    "ListOrganisation",
    "ListOwnIdentity",
    "ListPersonOnMaps",
    "ListPlacedPerson",
    "ListReflection",
    "ListRestriction",
    "ListSecondFactor",
    "ListSession",
    "ListTie",
    "LoggedIn",
    "LogIn",
    "LogInDomain",
    "LogInMethods",
    "LogInTicket",
    "LogInWithPasskey",
    "LookUpInvitation",
    "MailCode",
    "MailState",
    "MailStatus",
    "MakerRole",
    "Map",
    "MapAgreement",
    "MapChange",
    "MapLookedUp",
    "MapOverview",
    "MapTables",
    "Me",
    "Measures",
    "Member",
    "MemberIdentity",
    "MemberRole",
    "MergePersons",
    "NamedClient",
    "NamedSupporter",
    "NamedUser",
    "Need",
    "Needs",
    "NewLabels",
    "NewRecoveryCodes",
    "NewTokens",
    "OAuthError",
    "OAuthLogoutRequest",
    "Observation",
    "ObservationFacts",
    "OfferedInvitation",
    "OfferedProvider",
    "OpenAgreements",
    "Organisation",
    "OrganisationStatus",
    "Outcome",
    "Overview",
    "OwnIdentity",
    "OwnMembership",
    "OwnOrganisation",
    "OwnSupportType",
    "PasskeyAlgorithm",
    "PasskeyAnswer",
    "PasskeyAssertion",
    "PasskeyAttestation",
    "PasskeyChallenge",
    "PasskeyCreation",
    "PasskeyCreationOptions",
    "PasskeyDescriptor",
    "PasskeyExtensions",
    "PasskeyRegistration",
    "PasskeyRelyingParty",
    "PasskeyRequestOptions",
    "PasskeySelection",
    "PasskeySignature",
    "PasskeyUser",
    "Person",
    "PersonOnMaps",
    "Persons",
    "Place",
    "PlacedPerson",
    "PreviewCardFormat",
    "PreviewCardIncludeItem",
    "PreviewCardSheet",
    "Problem",
    "ProblemParams",
    "Prompt",
    "ProviderCallback",
    "PublicKey",
    "PublicKeySet",
    "PutSupporter",
    "Reason",
    "ReasonCode",
    "RecordedRequest",
    "RecordRequest",
    "RecoveryCodesLeft",
    "Reflection",
    "RefuseErasureRequest",
    "Relationship",
    "ReplaceMapContent",
    "ReplaceNeeds",
    "ReplaceSupportTypes",
    "RequestEmailChange",
    "RequestLogInCode",
    "RequestPasskeyChallenge",
    "RequestPasswordReset",
    "ResetPassword",
    "Restriction",
    "RetainedClient",
    "RetentionConfirmation",
    "RetentionPreview",
    "RevocationRequest",
    "Rule",
    "Scope",
    "SearchClients",
    "SecondFactor",
    "SecondFactorKind",
    "SecondFactorRole",
    "SecondFactorState",
    "Session",
    "SessionKind",
    "ShowAbsenceAudience",
    "ShowAuthorizationServerResponse200",
    "ShowCardPictureFormat",
    "ShowCardPictureIncludeItem",
    "ShowCardPictureSheet",
    "ShowClientKeysResponse200",
    "ShowInsightsAudience",
    "ShowKeysResponse200",
    "ShowReadinessFor",
    "Step",
    "StepProgress",
    "StepState",
    "StepWord",
    "Support",
    "Supporter",
    "SupportTypeWord",
    "Tie",
    "Token",
    "TokenRequest",
    "Turnover",
    "UpdateAgreement",
    "UpdateAssignment",
    "UpdateClient",
    "UpdateCoachNote",
    "UpdateIdentityProvider",
    "UpdateIntegration",
    "UpdateMap",
    "UpdateMe",
    "UpdateMember",
    "UpdateOrganisation",
    "UpdateOwnOrganisation",
    "UpdatePerson",
    "UpdateReflection",
    "UpdateSupporter",
    "UpdateTie",
    "Vocabulary",
    "WholeMap",
    "Word",
    "WordCount",
)

// An identity provider with its own log-in pages: `provider.mjs ISSUER CLIENT_ID CLIENT_SECRET REDIRECT_URI LOGOUT_URI`, and
// `KEY_CLIENT_ID KEY_REDIRECT_URI JWKS_URI` of a client that authenticates with a private key.

import { Provider } from "oidc-provider";

const [issuer, clientId, clientSecret, redirectUri, logoutUri, keyClientId, keyRedirectUri, jwksUri] =
  process.argv.slice(2);

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      backchannel_logout_uri: logoutUri,
      backchannel_logout_session_required: true,
      id_token_signed_response_alg: "RS256",
    },
    {
      client_id: keyClientId,
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "ES256",
      jwks_uri: jwksUri,
      redirect_uris: [keyRedirectUri],
      id_token_signed_response_alg: "RS256",
    },
  ],
  conformIdTokenClaims: false,
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  features: { backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  // Without its guard against addresses of this machine, where the service is.
  fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: () => ({ sub, name: "Coach", email: `${sub}@demo.test`, email_verified: true }),
  }),
});

// What went wrong is for whoever runs the script.
provider.on("backchannel.error", (_, error) => console.error(error));
provider.on("server_error", (_, error) => console.error(error));

provider.listen(Number(new URL(issuer).port), "127.0.0.1", () => console.log("listening"));

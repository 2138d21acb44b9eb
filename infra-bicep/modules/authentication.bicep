metadata description = 'App Service Authentication with Entra. The app checks the token again; this is the outer of two doors.'

import { namesOf } from 'names.bicep'

@description('Required. Token that makes names unique.')
param token string

@description('Required. Tenant whose people may sign in.')
param tenantId string

@description('Required. App registration of the sign-in.')
param clientId string

@description('Required. Entra groups whose members may sign in; empty = everybody of the tenant, and each page decides.')
param allowedGroupIds string[]

@description('Required. Address of a blob container that keeps the tokens of signed-in people; empty = the file system of the platform.')
param tokenContainer string

@description('Required. Resource id of the app identity, which reaches that container.')
param appIdentityId string

// Each is open for a reason: webhooks prove themselves by signature, links in tickets and of the proof of identity by theirs, health says ok or not, and
// assets are the style sheet and script of the pages. What web/ opens to everybody is compared with this list by a test.
var openPaths = [
  '/api/webhooks/*'
  '/api/health/live'
  '/api/health/ready'
  '/person/*'
  '/my/*'
  '/remote/*'
  '/track/*'
  '/not-me/*'
  '/proof/*'
  '/assets/*'
]

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: namesOf(token).site
}

resource authentication 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'azureactivedirectory'
      excludedPaths: openPaths
    }
    httpSettings: {
      requireHttps: true
      forwardProxy: { convention: 'NoProxy' }
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
          clientId: clientId
          // Not a secret: names the setting with the identity whose token replaces one.
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
        }
        validation: {
          allowedAudiences: [clientId]
          defaultAuthorizationPolicy: {
            allowedApplications: [clientId]
            allowedPrincipals: empty(allowedGroupIds) ? null : { groups: allowedGroupIds }
          }
        }
      }
    }
    login: {
      tokenStore: union(
        { enabled: true, tokenRefreshExtensionHours: 8 },
        empty(tokenContainer) ? {} : { azureBlobStorage: { blobContainerUri: tokenContainer, managedIdentityResourceId: appIdentityId } }
      )
      cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' }
      nonce: { validateNonce: true, nonceExpirationInterval: '00:05:00' }
      preserveUrlFragmentsForLogins: false
    }
  }
}

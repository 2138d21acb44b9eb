metadata description = 'Flex Consumption plan and the function app with its settings. Names of settings: docs/settings.md.'

import { identity } from 'identities.bicep'
import { namesOf } from 'names.bicep'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Memory of one instance in MB: 512, 2048 or 4096.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Required. HTTP requests that one instance answers at a time.')
param requestsPerInstance int

@description('Required. Most instances at a time; Graph\'s limits are divided by it.')
@minValue(1)
@maxValue(100)
param maximumInstanceCount int

@description('Required. Size of the tenant, which Graph\'s limits depend on.')
@allowed(['Small', 'Medium', 'Large'])
param tenantSize string

@description('Required. Whether the app may use endpoints that Microsoft calls beta.')
param useGraphBeta bool

@description('Required. Instances of each of the groups http and durable that always run; 0 = none.')
@minValue(0)
@maxValue(100)
param alwaysReadyInstances int

@description('Required. Whether the plan spreads over zones.')
param zoneRedundant bool

@description('Required. Subnet the app reaches the private network from; empty = none.')
param subnetId string

@description('Required. Where the package is.')
param packageUri string

@description('Required. The identity of the app itself.')
param app identity

@description('Required. The Graph identities by class of risk.')
param graph {
  read: identity
  identityWrites: identity
  credentialWrites: identity
  deviceActions: identity
}

@description('Required. Endpoints and names of the other resources.')
param connections {
  runtimeBlobUri: string
  runtimeQueueUri: string
  runtimeTableUri: string
  recordsTableUri: string
  checkpointUri: string
  checkpointKeyUri: string
  decisionKeyUri: string
  vaultName: string
  serviceBusHostName: string
  insightsConnectionString: string
  openAiEndpoint: string
  openAiDeployment: string
  openAiEmbeddingDeployment: string
}

@description('Required. Address at which people open the pages; empty = the address of the app itself.')
param publicUrl string

@description('Required. Tenant that people sign in with and that Graph works on.')
param tenantId string

@description('Required. App registration of the sign-in.')
param signInClientId string

@description('Required. What is known of ServiceNow; an empty address = not used.')
param serviceNow { instanceUrl: string, clientId: string, integrationUserName: string }

@description('Required. What is known of Jira; an empty address = not used.')
param jira { siteUrl: string, email: string, projects: string[], integrationAccountId: string, usesAutomation: bool }

@description('Required. sys_ids of the ServiceNow knowledge bases that are read; none = not read.')
param serviceNowKnowledgeBases string[]

@description('Required. What is known of Confluence; an empty address = not used.')
param confluence { siteUrl: string, email: string, spaces: string[], draftSpace: string? }

@description('Required. What is known of MediaWiki; an empty address = not used.')
param mediaWiki { apiUrl: string, pageUrl: string, userName: string, draftNamespace: string? }

@description('Required. Tools of remote support that are used; their secrets are in the vault.')
param remoteSupport { usesTeamViewer: bool, screenConnectUrl: string, usesRescue: bool }

@description('Required. Whether approvals are posted to Teams.')
param useTeams bool

@description('Required. The identity that the bot in Teams is.')
param bot identity

@description('Required. Whether people write to the bot in Teams.')
param useTeamsBot bool

@description('Required. What is known of Slack; an empty workspace = not used.')
param slack { teamId: string, proactive: bool }

@description('Required. What is known of Mattermost; an empty address = not used.')
param mattermost { url: string, proactive: bool }

@description('Required. The mailboxes; empty = not used.')
param mail { intakeMailbox: string, intakeDomains: string[], noticeMailbox: string, usesNotifications: bool }

@description('Required. Entra groups whose members see all pages.')
param viewerGroupIds string[]

@description('Required. Entra group id of each approver group of policy/approvers.yaml.')
param approverGroupIds object

@description('Required. Further settings, named as in docs/settings.md with __ for the colon.')
param furtherSettings object

@description('Required. Workspace that takes the logs.')
param workspaceId string

var usesServiceNow = !empty(serviceNow.instanceUrl)
var usesJira = !empty(jira.siteUrl)
var usesSlack = !empty(slack.teamId)
var usesMattermost = !empty(mattermost.url)

// What is empty is not set. Only a system that is used gets a reference, so that none stays unresolved.
var settings = {
  // The Functions host.
  AzureWebJobsStorage__blobServiceUri: connections.runtimeBlobUri
  AzureWebJobsStorage__queueServiceUri: connections.runtimeQueueUri
  AzureWebJobsStorage__tableServiceUri: connections.runtimeTableUri
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: app.clientId
  ServiceBus__fullyQualifiedNamespace: connections.serviceBusHostName
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: app.clientId
  TaskHubName: 'HelpDesk'
  AzureWebJobsDisableHomepage: 'true'
  AZURE_CLIENT_ID: app.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: connections.insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${app.clientId};Authorization=AAD'
  // App Service Authentication proves itself with the app's identity instead of a client secret.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: app.clientId
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenantId

  // The product.
  HelpDesk__PublicUrl: publicUrl
  HelpDesk__LinkKey: '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=link-key)'
  SignIn__CookieKey: '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=cookie-key)'
  SignIn__Mode: 'appservice'
  SignIn__Instance: environment().authentication.loginEndpoint
  SignIn__TenantId: tenantId
  SignIn__ClientId: signInClientId
  Graph__TenantId: tenantId
  Graph__ClientId: graph.read.clientId
  Graph__Identities__IdentityWrites: graph.identityWrites.clientId
  Graph__Identities__CredentialWrites: graph.credentialWrites.clientId
  Graph__Identities__DeviceActions: graph.deviceActions.clientId
  Graph__TenantSize: tenantSize
  // What an instance takes of Graph's limits while it cannot know how many others there are (docs/decisions/0065).
  Graph__Instances: string(maximumInstanceCount)
  Graph__UseBetaEndpoints: useGraphBeta ? 'true' : 'false'
  TableStorage__ServiceUri: connections.recordsTableUri
  TableStorage__CreateTables: 'false'
  KeyVault__CheckpointKey: connections.checkpointKeyUri
  KeyVault__DecisionKey: connections.decisionKeyUri
  CheckpointArchive__ContainerUri: connections.checkpointUri
  AzureOpenAI__Endpoint: connections.openAiEndpoint
  AzureOpenAI__Deployment: connections.openAiDeployment
  AzureOpenAI__EmbeddingDeployment: connections.openAiEmbeddingDeployment
  ServiceNow__InstanceUrl: serviceNow.instanceUrl
  ServiceNow__ClientId: serviceNow.clientId
  ServiceNow__IntegrationUserName: serviceNow.integrationUserName
  ServiceNow__ClientSecret: usesServiceNow
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=servicenow-client-secret)'
    : ''
  Webhooks__ServiceNow__Secret: usesServiceNow
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=servicenow-webhook-secret)'
    : ''
  Jira__SiteUrl: jira.siteUrl
  Jira__Email: jira.email
  Jira__IntegrationAccountId: jira.integrationAccountId
  Jira__ApiToken: usesJira ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=jira-api-token)' : ''
  Webhooks__Jira__Secret: usesJira
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=jira-webhook-secret)'
    : ''
  Webhooks__JiraAutomation__Secret: usesJira && jira.usesAutomation
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=jira-automation-secret)'
    : ''
  Confluence__SiteUrl: confluence.siteUrl
  Confluence__Email: confluence.email
  Confluence__Drafts__Space: confluence.?draftSpace ?? ''
  Confluence__ApiToken: !empty(confluence.siteUrl)
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=confluence-api-token)'
    : ''
  MediaWiki__ApiUrl: mediaWiki.apiUrl
  MediaWiki__PageUrl: mediaWiki.pageUrl
  MediaWiki__UserName: mediaWiki.userName
  MediaWiki__Drafts__Namespace: mediaWiki.?draftNamespace ?? ''
  MediaWiki__Password: !empty(mediaWiki.apiUrl)
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=mediawiki-password)'
    : ''
  TeamViewer__Token: remoteSupport.usesTeamViewer
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=teamviewer-token)'
    : ''
  ScreenConnect__SiteUrl: remoteSupport.screenConnectUrl
  ScreenConnect__Secret: !empty(remoteSupport.screenConnectUrl)
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=screenconnect-secret)'
    : ''
  Rescue__AuthCode: remoteSupport.usesRescue
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=rescue-auth-code)'
    : ''
  Teams__WorkflowUrl: useTeams
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=teams-workflow-url)'
    : ''
  Slack__TeamId: slack.teamId
  Slack__Proactive: usesSlack && slack.proactive ? 'true' : ''
  Slack__BotToken: usesSlack ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=slack-bot-token)' : ''
  Slack__SigningSecret: usesSlack
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=slack-signing-secret)'
    : ''
  Mattermost__Url: mattermost.url
  Mattermost__Proactive: usesMattermost && mattermost.proactive ? 'true' : ''
  Mattermost__BotToken: usesMattermost
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=mattermost-bot-token)'
    : ''
  Mattermost__CommandToken: usesMattermost
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=mattermost-command-token)'
    : ''
  Graph__IntakeMailbox: mail.intakeMailbox
  Graph__NoticeMailbox: mail.noticeMailbox
  Graph__IntakeClientState: !empty(mail.intakeMailbox) && mail.usesNotifications
    ? '@Microsoft.KeyVault(VaultName=${connections.vaultName};SecretName=graph-intake-client-state)'
    : ''
  // The bot is a managed identity, so that it needs no secret.
  TeamsBot__AppId: useTeamsBot ? bot.clientId : ''
  TeamsBot__ManagedIdentityClientId: useTeamsBot ? bot.clientId : ''
  TeamsBot__TenantId: useTeamsBot ? tenantId : ''
}

var listSettings = union(
  toObject(range(0, length(jira.projects)), i => 'Jira__Projects__${i}', i => jira.projects[i]),
  toObject(range(0, length(serviceNowKnowledgeBases)), i => 'ServiceNow__Knowledge__Bases__${i}', i => serviceNowKnowledgeBases[i]),
  toObject(range(0, length(confluence.spaces)), i => 'Confluence__Spaces__${i}', i => confluence.spaces[i]),
  toObject(range(0, length(mail.intakeDomains)), i => 'Graph__IntakeDomains__${i}', i => mail.intakeDomains[i]),
  toObject(range(0, length(viewerGroupIds)), i => 'Pages__ViewerGroupIds__${i}', i => viewerGroupIds[i]),
  toObject(items(approverGroupIds), group => 'Policy__Approvers__${group.key}', group => group.value)
)

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-helpdesk-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: namesOf(token).site
  location: location
  // azd finds the service of azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'helpdesk' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${app.id}': {}
      '${graph.read.id}': {}
      '${graph.identityWrites.id}': {}
      '${graph.credentialWrites.id}': {}
      '${graph.deviceActions.id}': {}
      '${bot.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: app.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: app.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        triggers: { http: { perInstanceConcurrency: requestsPerInstance } }
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              { name: 'http', instanceCount: alwaysReadyInstances }
              { name: 'durable', instanceCount: alwaysReadyInstances }
            ]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      toObject(
        filter(items(settings), setting => !empty(setting.value)),
        setting => setting.key,
        setting => setting.value
      ),
      empty(publicUrl) ? { HelpDesk__PublicUrl: 'https://${site.properties.defaultHostName}' } : {},
      listSettings,
      furtherSettings
    )
  }

  // Packages come with an Entra token; user name and password open neither door.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'host'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'FunctionAppLogs', enabled: true }
      { category: 'AppServiceAuthenticationLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = site.name
output url string = 'https://${site.properties.defaultHostName}'

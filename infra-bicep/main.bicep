targetScope = 'subscription'

metadata name = 'HelpDesk'
metadata description = 'Composes the modules: one resource group with all that HelpDesk runs on. README.md says how to deploy it.'

import { namesOf } from 'modules/names.bicep'

@description('Required. Short name of this environment, 2 to 12 lower-case letters and digits. Part of all names: changing it makes another environment.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Required. Azure region of everything. It must offer Flex Consumption.')
param location string

@description('Optional. Default dev. Chooses the other defaults: dev is cheap, prod is redundant, private and always ready.')
@allowed(['dev', 'prod'])
param tier string = 'dev'

@description('Optional. Default none. Further tags of every resource.')
param tags object = {}

@description('Required. Client id of the app registration of the sign-in; the azd hook makes one (scripts/before-provision).')
@minLength(36)
@maxLength(36)
param signInClientId string

@description('Optional. Default the tenant of the subscription. Tenant that people sign in with and that Graph works on; managed identities reach their own tenant only.')
param tenantId string = tenant().tenantId

@description('Optional. Default empty: everybody of the tenant may sign in, and each page decides. Entra group ids whose members may sign in at all. Requesters need it too, to collect a pass.')
param allowedGroupIds string[] = []

@description('Optional. Default false: the platform keeps tokens in its file system. True keeps them in a blob container of runtime storage; for a plan on which signing in ends in an error (README.md, "Sign-in").')
param signInTokensInBlobs bool = false

@description('Optional. Default empty. Entra group ids whose members see all pages.')
param viewerGroupIds string[] = []

@description('Optional. Default none: then no one can approve, and tickets that need approval go to a person. Entra group id by name of the approver group in policy/approvers.yaml.')
param approverGroupIds object = {}

@description('Optional. Default the address of the function app. Address at which people open the pages, https; a custom domain is bound by hand.')
param publicUrl string = ''

@description('Optional. Default empty: ServiceNow is not used. Address of the instance, with the OAuth client and the user name that client runs as.')
param serviceNow { instanceUrl: string, clientId: string, integrationUserName: string } = {
  instanceUrl: ''
  clientId: ''
  integrationUserName: ''
}

@description('Optional. Default empty: Jira is not used. Site, integration account, projects that are worked on, and whether Automation rules send webhooks too.')
param jira { siteUrl: string, email: string, projects: string[], integrationAccountId: string, usesAutomation: bool } = {
  siteUrl: ''
  email: ''
  projects: []
  integrationAccountId: ''
  usesAutomation: false
}

@description('Optional. Default none: ServiceNow articles are not read. sys_ids of the knowledge bases that are read.')
param serviceNowKnowledgeBases string[] = []

@description('Optional. Default empty: not used. What is known of Confluence; with a space for drafts of articles, if any.')
param confluence { siteUrl: string, email: string, spaces: string[], draftSpace: string? } = {
  siteUrl: ''
  email: ''
  spaces: []
}

@description('Optional. Default empty: not used. What is known of MediaWiki; with the number of a namespace for drafts of articles, if any.')
param mediaWiki { apiUrl: string, pageUrl: string, userName: string, draftNamespace: string? } = {
  apiUrl: ''
  pageUrl: ''
  userName: ''
}

@description('Optional. Default empty: not used. Tools of remote support that are used; their secrets are in the vault.')
param remoteSupport { usesTeamViewer: bool, screenConnectUrl: string, usesRescue: bool } = {
  usesTeamViewer: false
  screenConnectUrl: ''
  usesRescue: false
}

@description('Optional. Default false. Whether approvals are posted to Teams; the address of the workflow is the secret teams-workflow-url.')
param useTeams bool = false

@description('Optional. Default false. Whether people can write to a bot in Teams: makes the Azure Bot. The Teams app is uploaded by hand (docs/teams-bot.md).')
param useTeamsBot bool = false

@description('Optional. Default empty: Slack is not used. Id of the workspace (T...), and whether the bot may write first; its token and signing secret are the secrets slack-bot-token and slack-signing-secret.')
param slack { teamId: string, proactive: bool } = {
  teamId: ''
  proactive: false
}

@description('Optional. Default empty: Mattermost is not used. Address of the server, and whether the bot may write first; its tokens are the secrets mattermost-bot-token and mattermost-command-token.')
param mattermost { url: string, proactive: bool } = {
  url: ''
  proactive: false
}

@description('Optional. Default empty: no mail. Service mailbox to which people write, domains whose senders count (default that of the mailbox), mailbox from which letters go out, and whether Graph notifies of new mail with the secret graph-intake-client-state.')
param mail { intakeMailbox: string, intakeDomains: string[], noticeMailbox: string, usesNotifications: bool } = {
  intakeMailbox: ''
  intakeDomains: []
  noticeMailbox: ''
  usesNotifications: false
}

@description('Optional. Default none: what the vault holds stays. Secrets by name (README.md, "Secrets"), written into the vault by the deployment, so that no one needs to reach it.')
@secure()
param secrets object = {}

@description('Optional. Default none. Further settings of docs/settings.md, with __ for the colon. No secrets: they would be readable in the deployment.')
param furtherSettings object = {}

@description('Optional. Default none: the embedded classifier does all triage. new makes an account with its deployments, existing uses openAiAccountId.')
@allowed(['none', 'new', 'existing'])
param openAiMode string = 'none'

@description('Optional. Default empty. Resource id of the account, with openAiMode existing. Its network must let the app in.')
param openAiAccountId string = ''

@description('Optional. Default empty. Name of the deployment, with openAiMode existing.')
param openAiDeployment string = ''

@description('Optional. Default empty, because models retire: needed with openAiMode new. Model, version, SKU of the deployment and thousands of tokens a minute.')
param openAiModel { name: string, version: string, skuName: string, capacity: int } = {
  name: ''
  version: ''
  skuName: 'DataZoneStandard'
  capacity: 50
}

@description('Optional. Default empty: articles are found by their words only. Name of the deployment of an embedding model, with openAiMode existing.')
param openAiEmbeddingDeployment string = ''

@description('Optional. Default empty: articles are found by their words only. With openAiMode new: embedding model, version, SKU of its deployment and thousands of tokens a minute.')
param openAiEmbeddingModel { name: string, version: string, skuName: string, capacity: int } = {
  name: ''
  version: ''
  skuName: 'DataZoneStandard'
  capacity: 120
}

@description('Optional. Default 2048. Memory of one instance in MB: 512, 2048 or 4096. The embedded classifier wants 2048.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Optional. Default 16. HTTP requests that one instance answers at a time; Flex Consumption reads this and not host.json.')
@minValue(1)
@maxValue(1000)
param requestsPerInstance int = 16

@description('Optional. Default 20. Most instances at a time. Those that use Graph divide its limits by how many they are; by this number while they cannot know it (docs/decisions/0065).')
@minValue(1)
@maxValue(100)
param maximumInstanceCount int = 20

@description('Optional. Default Small: safe for all tenants, and slow for larger ones. Size of the tenant, which Graph\'s limits depend on: Small has fewer than 50 users, Medium 50 to 500, Large more.')
@allowed(['Small', 'Medium', 'Large'])
param tenantSize string = 'Small'

@description('Optional. Default false. Whether the app may use endpoints that Microsoft calls beta: rotation of BitLocker keys and local administrator passwords, and seeing what was decided in Multi Admin Approval. Run scripts/graph-roles again after a change.')
param useGraphBeta bool = false

@description('Optional. Default 0 in dev, 1 in prod. Instances that always run, for each of the groups http and durable; 0 = webhooks meet cold starts.')
@minValue(0)
@maxValue(100)
param alwaysReadyInstances int = tier == 'prod' ? 1 : 0

@description('Optional. Default false. Spreads the plan over zones, where the region has them; then two instances of each group always run.')
param zoneRedundant bool = false

@description('Optional. Default Standard in dev, Premium in prod. Premium is needed for private endpoints.')
@allowed(['Standard', 'Premium'])
param serviceBusSku string = tier == 'prod' ? 'Premium' : 'Standard'

@description('Optional. Default false in dev, true in prod. VNet integration of the app and private endpoints for storage, queue, vault and model; their public addresses are closed.')
param privateNetwork bool = tier == 'prod'

@description('Optional. Default 10.60.0.0/24. Range of the private network, /24 or larger.')
param addressPrefix string = '10.60.0.0/24'

@description('Optional. Default Standard_LRS in dev, Standard_ZRS in prod. Redundancy of runtime storage: it holds running workflows.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param runtimeStorageSku string = tier == 'prod' ? 'Standard_ZRS' : 'Standard_LRS'

@description('Optional. Default Standard_LRS in dev, Standard_RAGZRS in prod. Redundancy of records and audit: the second region can be read when the first is lost.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS'])
param recordsStorageSku string = tier == 'prod' ? 'Standard_RAGZRS' : 'Standard_LRS'

@description('Optional. Default 7 in dev, 30 in prod. Days in which a deleted blob or container can be brought back, 1 to 365.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = tier == 'prod' ? 30 : 7

@description('Optional. Default 1 in dev, 365 in prod. Days in which no one can change or delete an audit checkpoint. Set it to your retention duty before you lock the policy.')
@minValue(1)
@maxValue(146000)
param checkpointRetentionDays int = tier == 'prod' ? 365 : 1

@description('Optional. Default false. Set it to true after the policy was locked by hand; deployments then leave the policy alone.')
param checkpointPolicyLocked bool = false

@description('Optional. Default 30 in dev, 90 in prod. Days that logs are kept, 30 to 730.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = tier == 'prod' ? 90 : 30

@description('Optional. Default none: alerts fire, but no one is notified. Mail addresses of the operators.')
param alertEmails string[] = []

@description('Optional. Default 0: no budget. Amount a month in the currency of the subscription; needs alertEmails.')
@minValue(0)
param monthlyBudget int = 0

@description('Optional. Default empty: the month of this deployment. First day of the first month of the budget, yyyy-MM-01; keep it once the budget is made.')
param budgetStart string = ''

@description('Optional. Default the first day of this month. Only there because a deployment reads the date in a default; leave it alone.')
param thisMonth string = utcNow('yyyy-MM-01')

@description('Optional. Default empty: no one. Object id of the person or pipeline that enters secrets into the vault; azd gives its own.')
param deployerPrincipalId string = ''

@description('Optional. Default User. What deployerPrincipalId is.')
@allowed(['User', 'ServicePrincipal'])
param deployerType string = 'User'

var token = uniqueString(subscription().id, environmentName, location)
var allTags = union(tags, { 'azd-env-name': environmentName })
var usesOpenAi = openAiMode != 'none'
// Stops at the start of a deployment, before anything is made.
var busSku = privateNetwork && serviceBusSku != 'Premium'
  ? fail('privateNetwork needs serviceBusSku Premium: Standard has no private endpoints.')
  : serviceBusSku
var modelChoice = openAiMode == 'new' && (empty(openAiModel.name) || empty(openAiModel.version))
  ? fail('openAiMode new needs openAiModel with name and version.')
  : openAiModel
var embeddingChoice = openAiMode == 'new' && !empty(openAiEmbeddingModel.name) && empty(openAiEmbeddingModel.version)
  ? fail('openAiEmbeddingModel needs a version.')
  : openAiEmbeddingModel
var existingAccount = openAiMode == 'existing' && (empty(openAiAccountId) || empty(openAiDeployment))
  ? fail('openAiMode existing needs openAiAccountId and openAiDeployment.')
  : split(openAiAccountId, '/')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-helpdesk-${environmentName}'
  location: location
  tags: allTags
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: { location: location, tags: allTags, token: token }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { location: location, tags: allTags, token: token, retentionDays: logRetentionDays }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: { location: location, tags: allTags, token: token, addressPrefix: addressPrefix }
}

module runtimeStorage 'modules/runtime-storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    skuName: runtimeStorageSku
    isPrivate: privateNetwork
    softDeleteDays: softDeleteDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module recordsStorage 'modules/records-storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    skuName: recordsStorageSku
    isPrivate: privateNetwork
    softDeleteDays: softDeleteDays
    checkpointRetentionDays: checkpointRetentionDays
    checkpointPolicyLocked: checkpointPolicyLocked
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    skuName: busSku
    isPrivate: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    isPrivate: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
    secrets: secrets
  }
}

module openAi 'modules/open-ai.bicep' = if (openAiMode == 'new') {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    model: modelChoice
    embeddingModel: embeddingChoice
    isPrivate: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module openAiAccess 'modules/open-ai-access.bicep' = if (usesOpenAi) {
  scope: resourceGroup(
    openAiMode == 'existing' ? existingAccount[2] : subscription().subscriptionId,
    openAiMode == 'existing' ? existingAccount[4] : group.name
  )
  dependsOn: [openAi]
  params: {
    accountName: openAiMode == 'existing' ? last(existingAccount) : namesOf(token).openAi
    appName: environmentName
    appPrincipalId: identities.outputs.app.principalId
  }
}

module customRoles 'modules/custom-roles.bicep' = {
  scope: group
  params: { environmentName: environmentName, token: token }
}

module roleAssignments 'modules/role-assignments.bicep' = {
  scope: group
  // It refers to these by name.
  dependsOn: [monitoring, runtimeStorage, recordsStorage, serviceBus, vault]
  params: {
    token: token
    appPrincipalId: identities.outputs.app.principalId
    deployerPrincipalId: deployerPrincipalId
    deployerType: deployerType
    customRoles: {
      auditAppender: customRoles.outputs.auditAppenderId
      checkpointKeeper: customRoles.outputs.checkpointKeeperId
      recordWriter: customRoles.outputs.recordWriterId
    }
  }
}

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    subnetId: network!.outputs.endpointSubnetId
    zones: network!.outputs.zones
    runtimeStorageId: runtimeStorage.outputs.id
    recordsStorageId: recordsStorage.outputs.id
    serviceBusId: serviceBus.outputs.id
    vaultId: vault.outputs.id
    openAiId: openAiMode == 'new' ? openAi!.outputs.id : ''
  }
}

module functionApp 'modules/function-app.bicep' = {
  scope: group
  // Roles and endpoints first: the app reads its package and its secrets when it is made.
  dependsOn: [roleAssignments, endpoints]
  params: {
    location: location
    tags: allTags
    token: token
    instanceMemoryMB: instanceMemoryMB
    requestsPerInstance: requestsPerInstance
    maximumInstanceCount: maximumInstanceCount
    tenantSize: tenantSize
    useGraphBeta: useGraphBeta
    alwaysReadyInstances: zoneRedundant ? max(alwaysReadyInstances, 2) : alwaysReadyInstances
    zoneRedundant: zoneRedundant
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    packageUri: runtimeStorage.outputs.packageUri
    app: identities.outputs.app
    graph: {
      read: identities.outputs.read
      identityWrites: identities.outputs.identityWrites
      credentialWrites: identities.outputs.credentialWrites
      deviceActions: identities.outputs.deviceActions
    }
    connections: {
      runtimeBlobUri: runtimeStorage.outputs.blobUri
      runtimeQueueUri: runtimeStorage.outputs.queueUri
      runtimeTableUri: runtimeStorage.outputs.tableUri
      recordsTableUri: recordsStorage.outputs.tableUri
      checkpointUri: recordsStorage.outputs.checkpointUri
      checkpointKeyUri: vault.outputs.checkpointKeyUri
      decisionKeyUri: vault.outputs.decisionKeyUri
      vaultName: vault.outputs.name
      serviceBusHostName: serviceBus.outputs.hostName
      insightsConnectionString: monitoring.outputs.connectionString
      openAiEndpoint: usesOpenAi ? openAiAccess!.outputs.endpoint : ''
      openAiDeployment: openAiMode == 'new'
        ? openAi!.outputs.deployment
        : openAiMode == 'existing' ? openAiDeployment : ''
      openAiEmbeddingDeployment: openAiMode == 'new'
        ? openAi!.outputs.embeddingDeployment
        : openAiMode == 'existing' ? openAiEmbeddingDeployment : ''
    }
    publicUrl: publicUrl
    tenantId: tenantId
    signInClientId: signInClientId
    serviceNow: serviceNow
    jira: jira
    serviceNowKnowledgeBases: serviceNowKnowledgeBases
    confluence: confluence
    mediaWiki: mediaWiki
    remoteSupport: remoteSupport
    useTeams: useTeams
    bot: identities.outputs.bot
    useTeamsBot: useTeamsBot
    slack: slack
    mattermost: mattermost
    mail: mail
    viewerGroupIds: viewerGroupIds
    approverGroupIds: approverGroupIds
    furtherSettings: furtherSettings
    workspaceId: monitoring.outputs.workspaceId
  }
}

module authentication 'modules/authentication.bicep' = {
  scope: group
  dependsOn: [functionApp]
  params: {
    token: token
    tenantId: tenantId
    clientId: signInClientId
    allowedGroupIds: allowedGroupIds
    appIdentityId: identities.outputs.app.id
    tokenContainer: signInTokensInBlobs ? runtimeStorage.outputs.signInTokensUri : ''
  }
}

module teamsBot 'modules/teams-bot.bicep' = if (useTeamsBot) {
  scope: group
  params: {
    tags: allTags
    token: token
    tenantId: tenantId
    identityId: identities.outputs.bot.id
    identityClientId: identities.outputs.bot.clientId
    url: empty(publicUrl) ? functionApp.outputs.url : publicUrl
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    emails: alertEmails
    serviceBusId: serviceBus.outputs.id
    queueName: serviceBus.outputs.queueName
    insightsId: monitoring.outputs.insightsId
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: { location: location, tags: allTags, insightsId: monitoring.outputs.insightsId }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: { amount: max(monthlyBudget, 1), start: empty(budgetStart) ? thisMonth : budgetStart, emails: alertEmails }
}

@description('Address of the function app: redirect URI of the sign-in and webhooks begin with it.')
output HELPDESK_URL string = functionApp.outputs.url

@description('Name of the function app.')
output HELPDESK_APP_NAME string = functionApp.outputs.name

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Vault the secrets go into.')
output HELPDESK_VAULT string = vault.outputs.name

@description('Account with records and audit.')
output HELPDESK_RECORDS_ACCOUNT string = recordsStorage.outputs.name

@description('Object id of the app identity: subject of the federated credential of the sign-in.')
output HELPDESK_APP_PRINCIPAL string = identities.outputs.app.principalId

@description('Object ids of the Graph identities: what scripts/graph-roles.sh and .ps1 take.')
output HELPDESK_GRAPH_READ string = identities.outputs.read.principalId
output HELPDESK_GRAPH_IDENTITY string = identities.outputs.identityWrites.principalId
output HELPDESK_GRAPH_CREDENTIAL string = identities.outputs.credentialWrites.principalId
output HELPDESK_GRAPH_DEVICE string = identities.outputs.deviceActions.principalId

@description('Whether beta endpoints are on, true or false: whether scripts/graph-roles gives the roles that only they need.')
output HELPDESK_GRAPH_BETA string = useGraphBeta ? 'true' : 'false'

@description('Id of the bot in Teams, for the manifest of the Teams app.')
output HELPDESK_BOT_ID string = identities.outputs.bot.clientId

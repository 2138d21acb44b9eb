namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>What every resource of a type must say of itself.</summary>
internal static class ResourceRules
{
    private static readonly (string Type, string Path, string Value)[] Wanted =
    [
        ("Microsoft.Storage/storageAccounts", "properties.allowSharedKeyAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "properties.allowBlobPublicAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "properties.allowCrossTenantReplication", "false"),
        ("Microsoft.Storage/storageAccounts", "properties.minimumTlsVersion", "TLS1_2"),
        ("Microsoft.Storage/storageAccounts", "properties.supportsHttpsTrafficOnly", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices", "properties.deleteRetentionPolicy.enabled", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices", "properties.containerDeleteRetentionPolicy.enabled", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices/containers", "properties.publicAccess", "None"),
        ("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies", "properties.allowProtectedAppendWrites", "false"),
        ("Microsoft.ServiceBus/namespaces", "properties.disableLocalAuth", "true"),
        ("Microsoft.ServiceBus/namespaces", "properties.minimumTlsVersion", "1.2"),
        ("Microsoft.ServiceBus/namespaces/queues", "properties.requiresDuplicateDetection", "true"),
        ("Microsoft.ServiceBus/namespaces/queues", "properties.deadLetteringOnMessageExpiration", "true"),
        ("Microsoft.KeyVault/vaults", "properties.enableRbacAuthorization", "true"),
        ("Microsoft.KeyVault/vaults", "properties.enablePurgeProtection", "true"),
        ("Microsoft.KeyVault/vaults/keys", "properties.attributes.exportable", "false"),
        ("Microsoft.CognitiveServices/accounts", "properties.disableLocalAuth", "true"),
        ("Microsoft.BotService/botServices", "properties.disableLocalAuth", "true"),
        ("Microsoft.BotService/botServices", "properties.msaAppType", "UserAssignedMSI"),
        ("Microsoft.BotService/botServices/channels", "properties.properties.isEnabled", "true"),
        ("Microsoft.Insights/components", "properties.DisableLocalAuth", "true"),
        ("Microsoft.Insights/components", "properties.SamplingPercentage", "100"),
        ("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true"),
        ("Microsoft.Web/serverfarms", "sku.name", "FC1"),
        ("Microsoft.Web/sites", "properties.httpsOnly", "true"),
        ("Microsoft.Web/sites", "properties.siteConfig.minTlsVersion", "1.2"),
        ("Microsoft.Web/sites", "properties.siteConfig.scmMinTlsVersion", "1.2"),
        ("Microsoft.Web/sites", "properties.siteConfig.ftpsState", "Disabled"),
        ("Microsoft.Web/sites", "properties.functionAppConfig.runtime.name", "dotnet-isolated"),
        ("Microsoft.Web/sites", "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity"),
        ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties.allow", "false"),
    ];

    // Whose logs must go to the workspace, and which categories at least.
    private static readonly (string Type, string[] Categories)[] Logged =
    [
        ("Microsoft.Storage/storageAccounts/tableServices", ["StorageWrite", "StorageDelete"]),
        ("Microsoft.Storage/storageAccounts/blobServices", ["StorageWrite", "StorageDelete"]),
        ("Microsoft.ServiceBus/namespaces", ["allLogs"]),
        ("Microsoft.KeyVault/vaults", ["audit"]),
        ("Microsoft.CognitiveServices/accounts", ["Audit"]),
        ("Microsoft.BotService/botServices", ["BotRequest"]),
        ("Microsoft.OperationalInsights/workspaces", ["Audit"]),
        ("Microsoft.Web/sites", ["FunctionAppLogs", "AppServiceAuthenticationLogs"]),
    ];

    /// <summary>Every type that a rule speaks of: a template without one would keep the rule by having nothing.</summary>
    public static IEnumerable<string> Types => Wanted.Select(rule => rule.Type).Concat(Logged.Select(rule => rule.Type)).Distinct(StringComparer.Ordinal);

    /// <summary>Resources that do not say what they must.</summary>
    public static IEnumerable<string> Settings(ArmTemplate template) =>
        from rule in Wanted
        from resource in template.Resources
        where resource.Type == rule.Type
        let value = resource.Value(rule.Path)
        where value != rule.Value
        select $"{resource.Label} {rule.Path} is {value ?? "missing"}, not {rule.Value}.";

    /// <summary>Types of which the template has none.</summary>
    public static IEnumerable<string> Missing(ArmTemplate template) =>
        Types.Where(type => template.Resources.All(resource => resource.Type != type)).Select(type => $"There is no {type}.");

    /// <summary>Resources whose logs go nowhere. The runtime account writes all day: of it only metrics and deletions are kept.</summary>
    public static IEnumerable<string> Diagnostics(ArmTemplate template) =>
        from rule in Logged
        from resource in template.Resources
        where resource.Type == rule.Type && resource.Module != "runtimeStorage"
        let kept = template.Resources
            .Where(item => item.Type == "Microsoft.Insights/diagnosticSettings" && item.Module == resource.Module && item.Value("scope")!.Contains($"'{rule.Type}'", StringComparison.Ordinal))
            .Select(item => item.Value("properties.logs") ?? "").ToArray()
        from category in rule.Categories
        where !kept.Any(logs => logs.Contains($"\"{category}\"", StringComparison.Ordinal))
        select $"{resource.Label} does not log {category}.";
}

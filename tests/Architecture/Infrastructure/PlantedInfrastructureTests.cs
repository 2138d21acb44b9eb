using System.Text.Json.Nodes;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>Each rule of the infrastructure, run against the compiled template with one thing spoilt.</summary>
[Collection(InfrastructureGroup.Name)]
public sealed class PlantedInfrastructureTests(CompiledInfrastructure compiled)
{
    [Theory]
    [InlineData("recordsStorage", "account", "allowSharedKeyAccess", "true")]
    [InlineData("runtimeStorage", "account", "allowSharedKeyAccess", null)]
    [InlineData("runtimeStorage", "account", "minimumTlsVersion", "\"TLS1_0\"")]
    [InlineData("recordsStorage", "account", "allowBlobPublicAccess", "true")]
    [InlineData("serviceBus", "namespace", "disableLocalAuth", "false")]
    [InlineData("vault", "vault", "enablePurgeProtection", null)]
    [InlineData("functionApp", "site", "httpsOnly", "false")]
    [InlineData("functionApp", "site::ftp", "allow", "true")]
    public void Setting_MadeUnsafe_IsFound(string module, string resource, string property, string? value) =>
        ResourceRules.Settings(Spoilt(template => Properties(template, module, resource)[property] = value is null ? null : JsonNode.Parse(value)))
            .ShouldHaveSingleItem().ShouldContain(property);

    [Fact]
    public void Resource_TakenAway_IsFound() =>
        ResourceRules.Missing(Spoilt(template => Resources(template, "vault").Remove("checkpointKey"))).ShouldHaveSingleItem().ShouldContain("keys");

    [Theory]
    [InlineData("recordsStorage", "tableLogs", 2)]
    [InlineData("serviceBus", "logs", 1)]
    [InlineData("vault", "logs", 1)]
    [InlineData("functionApp", "logs", 2)]
    public void Logs_TakenAway_AreMissed(string module, string resource, int categories) =>
        ResourceRules.Diagnostics(Spoilt(template => Resources(template, module).Remove(resource))).Count().ShouldBe(categories);

    [Theory]
    [InlineData("[listKeys(resourceId('a/b', 'c'), '2025-08-01').keys[0].value]")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b")]
    public void Key_InATemplate_IsFound(string text) =>
        SecretRules.Keys(Spoilt(template => Settings(template)["Graph__TenantId"] = text)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("webhookSecret", "[parameters('token')]")]
    [InlineData("link", "[format('@Microsoft.KeyVault(VaultName={0};SecretName=link-key)', parameters('token'))]")]
    public void Output_WithASecret_IsFound(string name, string text) =>
        SecretRules.Outputs(Spoilt(template => ((JsonObject)Module(template, "vault")["outputs"]!)[name] = new JsonObject { ["type"] = "string", ["value"] = text }))
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("HelpDesk__LinkKey", "[parameters('linkKey')]")]
    [InlineData("Webhooks__Jira__Secret", "tea-for-two-and-two-for-tea")]
    [InlineData("AzureOpenAI__ApiKey", "[reference('account').key]")]
    public void Setting_WithASecret_IsFound(string name, string value) =>
        SecretRules.Settings(Spoilt(template => Settings(template)[name] = value)).ShouldHaveSingleItem().ShouldContain(name);

    [Fact]
    public void Role_GivenBesidesTheTable_IsFound() =>
        RoleRules.Table(
            Spoilt(template => Resources(template, "roleAssignments")["more"] = Assignment("app: Owner on the vault", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "[resourceId('x')]")),
            CompiledInfrastructure.Readme).ShouldContain("README.md does not list \"app: Owner on the vault\".");

    [Fact]
    public void Role_OtherThanItSays_IsFound() =>
        RoleRules.Table(
            Spoilt(template => Properties(template, "roleAssignments", "secrets")["roleDefinitionId"] = RoleId("b86a8fe4-44ce-4948-aee5-eccb2c155cd7")),
            CompiledInfrastructure.Readme).ShouldHaveSingleItem().ShouldContain("Key Vault Secrets Officer");

    [Fact]
    public void Role_OfTheTableNotGiven_IsFound() =>
        RoleRules.Table(Spoilt(template => Resources(template, "roleAssignments").Remove("queueOwner")), CompiledInfrastructure.Readme)
            .ShouldHaveSingleItem().ShouldContain("Data Owner");

    [Theory]
    [InlineData("[resourceId('Microsoft.Storage/storageAccounts', __bicep.namesOf(parameters('token')).recordsStorage)]")]
    [InlineData("[resourceId('Microsoft.Storage/storageAccounts/tableServices/tables', __bicep.namesOf(parameters('token')).recordsStorage, 'default', 'audit')]")]
    [InlineData(null)]
    public void AuditTable_ReachedOtherwise_IsFound(string? scope) =>
        RoleRules.AuditTable(Spoilt(template => Resources(template, "roleAssignments")["more"] = Assignment("app: more", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", scope)))
            .ShouldHaveSingleItem();

    [Fact]
    public void AuditTable_GivenToTheWriter_IsFound() =>
        RoleRules.AuditTable(Spoilt(template => ((JsonArray)Module(template, "roleAssignments")["variables"]!["changingTables"]!).Add("audit"))).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts/tableServices/tables/entities/update/action", 1)]
    [InlineData("Microsoft.Storage/storageAccounts/tableServices/tables/entities/write", 1)]
    [InlineData("Microsoft.Storage/storageAccounts/tableServices/tables/entities/delete", 2)]
    [InlineData("Microsoft.Storage/storageAccounts/tableServices/tables/entities/*", 2)]
    public void Appender_MayDoMore_IsFound(string action, int violations) =>
        RoleRules.OwnRoles(Spoilt(template => AppenderOf(template).Add(action))).Count().ShouldBe(violations);

    [Fact]
    public void Setting_ThatThePageLacks_IsFound() =>
        HostRules.Settings(Spoilt(template => Settings(template)["Graph__Tenant"] = "x"), CompiledInfrastructure.SettingsPage).ShouldHaveSingleItem().ShouldContain("Graph__Tenant");

    [Theory]
    [InlineData("Graph__Instances", "1")]
    [InlineData("Graph__TenantSize", "Large")]
    [InlineData("Graph__UseBetaEndpoints", "true")]
    public void GraphSetting_OfItsOwnValue_IsFound(string setting, string value) =>
        HostRules.GraphLimits(Spoilt(template => Settings(template)[setting] = value)).ShouldHaveSingleItem().ShouldContain(setting);

    [Theory]
    [InlineData("maximumInstanceCount", "maxValue", "1000")]
    [InlineData("tenantSize", "allowedValues", "[\"Small\"]")]
    [InlineData("tenantSize", "defaultValue", "\"Large\"")]
    [InlineData("useGraphBeta", "defaultValue", "true")]
    public void GraphParameter_OtherThanTheOption_IsFound(string parameter, string property, string value) =>
        HostRules.GraphLimits(Spoilt(template => template["parameters"]![parameter]![property] = JsonNode.Parse(value))).ShouldHaveSingleItem().ShouldContain(parameter);

    [Fact]
    public void Webhook_BehindTheSignIn_IsFound() =>
        HostRules.OpenPaths(Spoilt(template => OpenPaths(template).RemoveAt(0))).ShouldHaveSingleItem().ShouldBe("/api/webhooks/* is not open.");

    [Fact]
    public void Page_BeforeTheSignIn_IsFound() =>
        HostRules.OpenPaths(Spoilt(template => OpenPaths(template).Add("/cases/*"))).ShouldHaveSingleItem().ShouldBe("/cases/* is open and needs a sign-in.");

    [Fact]
    public void SignIn_NotRequired_IsFound() =>
        HostRules.OpenPaths(Spoilt(template => Properties(template, "authentication", "authentication")["globalValidation"]!["requireAuthentication"] = false)).ShouldHaveSingleItem();

    [Fact]
    public void Parameter_WithoutSayingRequired_IsFound()
    {
        var spoilt = Spoilt(template => ((JsonObject)template["parameters"]!)["size"] = new JsonObject { ["type"] = "int", ["metadata"] = new JsonObject { ["description"] = "Size." } });

        HostRules.Descriptions(spoilt).ShouldHaveSingleItem().ShouldContain(".size");
        HostRules.ReadmeParameters(spoilt, CompiledInfrastructure.Readme).ShouldHaveSingleItem().ShouldContain("size");
    }

    [Fact]
    public async Task Compiler_FaultyFile_Complains()
    {
        var file = Path.Combine(Path.GetTempPath(), $"planted-{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(file, "param unused string\n");
        try
        {
            (await BicepCompiler.RunAsync("lint", file)).Complaints.ShouldContain("no-unused-params");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private ArmTemplate Spoilt(Action<JsonObject> spoil) => ArmTemplate.Spoilt(compiled.Template, spoil);

    private static JsonObject Module(JsonObject template, string module) => (JsonObject)template["resources"]![module]!["properties"]!["template"]!;

    private static JsonObject Resources(JsonObject template, string module) => (JsonObject)Module(template, module)["resources"]!;

    private static JsonObject Properties(JsonObject template, string module, string resource) => (JsonObject)Resources(template, module)[resource]!["properties"]!;

    private static JsonObject Settings(JsonObject template) => (JsonObject)Module(template, "functionApp")["variables"]!["settings"]!;

    private static JsonArray OpenPaths(JsonObject template) => (JsonArray)Module(template, "authentication")["variables"]!["openPaths"]!;

    private static JsonArray AppenderOf(JsonObject template) =>
        (JsonArray)Module(template, "customRoles")["resources"]!.AsArray()
            .Single(role => role!["properties"]!["roleName"]!.ToString().Contains("audit appender", StringComparison.Ordinal))!["properties"]!["permissions"]![0]!["dataActions"]!;

    private static JsonObject Assignment(string says, string role, string? scope) => new()
    {
        ["type"] = "Microsoft.Authorization/roleAssignments",
        ["scope"] = scope,
        ["properties"] = new JsonObject { ["description"] = says, ["roleDefinitionId"] = RoleId(role) },
    };

    private static string RoleId(string id) => $"[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '{id}')]";
}

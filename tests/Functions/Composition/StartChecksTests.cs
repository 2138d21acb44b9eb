using HelpDesk.Functions.Composition;
using Microsoft.Extensions.Configuration;

namespace HelpDesk.Functions.Tests.Composition;

public sealed class StartChecksTests
{
    [Theory]
    [InlineData("Teams:WebhookUrl", "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/teams)", "Teams:WebhookUrl")]
    [InlineData("HelpDesk:LinkKey", "@microsoft.keyvault(VaultName=v;SecretName=link)", "HelpDesk:LinkKey")]
    [InlineData("Graph:TenantId", "contoso", "SignIn:Mode")]
    [InlineData("WEBSITE_SITE_NAME", "helpdesk", "SignIn:Mode")]
    public void Setting_ThatLeavesADoorOpen_IsOneLineThatNamesIt(string name, string value, string named)
    {
        var fault = Faults((name, value)).ShouldHaveSingleItem();

        fault.ShouldStartWith(named);
        fault.ShouldNotContain('\n');
    }

    [Fact]
    public void Settings_WrongTogether_AreToldTogether()
    {
        var faults = Faults(
            ("WEBSITE_SITE_NAME", "helpdesk"), ("SignIn:Mode", "Simulated"), ("CheckpointKey:Path", "/tmp/key"), ("DecisionKey:Path", "/tmp/key2"), ("Graph:ClientSecret", "s3cret-value"), ("A:Key", "@Microsoft.KeyVault(x)"));

        faults.Select(fault => fault.Split(' ')[0]).ShouldBe(["A:Key", "SignIn:Mode", "CheckpointKey:Path", "DecisionKey:Path", "Graph:ClientSecret"]);
        faults.ShouldAllBe(fault => !fault.Contains("s3cret-value"));
    }

    [Theory]
    [InlineData]
    [InlineData("SignIn:Mode", "simulated")]
    [InlineData("SignIn:Mode", "simulated", "CheckpointKey:Path", "/tmp/key", "Graph:ClientSecret", "s")]
    [InlineData("Graph:TenantId", "contoso", "SignIn:Mode", "openid")]
    [InlineData("WEBSITE_SITE_NAME", "helpdesk", "Graph:TenantId", "contoso", "SignIn:Mode", "appservice")]
    public void Settings_InOrder_AreNoFault(params string[] pairs) =>
        Faults([.. pairs.Chunk(2).Select(pair => (pair[0], pair[1]))]).ShouldBeEmpty();

    private static IReadOnlyList<string> Faults(params (string Name, string Value)[] settings) => StartChecks.Faults(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}

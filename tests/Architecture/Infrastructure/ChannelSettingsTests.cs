using System.Text.Json.Nodes;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>Slack, Mattermost and the mailboxes are off unless a deployment names them; their secrets come from the vault.</summary>
[Collection(InfrastructureGroup.Name)]
public sealed class ChannelSettingsTests(CompiledInfrastructure compiled)
{
    [Theory]
    [InlineData("slack", "teamId")]
    [InlineData("mattermost", "url")]
    [InlineData("mail", "intakeMailbox")]
    [InlineData("mail", "noticeMailbox")]
    public void Channel_ThatNoOneNames_IsOff(string parameter, string field) =>
        compiled.Template.Parameters.Single(one => one.Name == $".{parameter}").Json["defaultValue"]![field]!.GetValue<string>().ShouldBeEmpty();

    [Theory]
    [InlineData("Slack__BotToken", "slack-bot-token")]
    [InlineData("Slack__SigningSecret", "slack-signing-secret")]
    [InlineData("Mattermost__BotToken", "mattermost-bot-token")]
    [InlineData("Mattermost__CommandToken", "mattermost-command-token")]
    [InlineData("Graph__IntakeClientState", "graph-intake-client-state")]
    public void Secret_OfAChannel_IsAReferenceToTheVaultAndMayBeBroughtByTheDeployment(string setting, string secret)
    {
        var settings = (JsonObject)compiled.Template.Module("functionApp")["variables"]!["settings"]!;
        settings[setting]!.GetValue<string>().ShouldContain($"SecretName={secret})");
        compiled.Template.Module("vault")["variables"]!["secretNames"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldContain(secret);
    }

    [Theory]
    [InlineData("Slack__TeamId")]
    [InlineData("Mattermost__Url")]
    [InlineData("Graph__IntakeMailbox")]
    [InlineData("Graph__NoticeMailbox")]
    public void Setting_OfAChannel_IsThatOfTheParameter(string setting) =>
        ((JsonObject)compiled.Template.Module("functionApp")["variables"]!["settings"]!)[setting]!.GetValue<string>().ShouldStartWith("[parameters(");
}

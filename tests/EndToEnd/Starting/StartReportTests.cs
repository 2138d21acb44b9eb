using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Local.Starting;

namespace HelpDesk.EndToEnd.Tests.Starting;

/// <summary>What the local head says when it has started.</summary>
public sealed class StartReportTests
{
    [Theory]
    [InlineData("false", "off (Graph:UseBetaEndpoints=false)")]
    [InlineData("true", "on (Graph:UseBetaEndpoints=true): device.rotate-bitlocker-keys, device.rotate-local-admin-password")]
    public async Task Report_NamesTheBetaSettingAndHowItStands(string setting, string expected)
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(place, "run", "--set", $"Graph:UseBetaEndpoints={setting}");

        (await process.UntilSaidAsync("Ctrl-C stops it")).ShouldContain($"Beta endpoints    {expected}");
    }

    [Theory]
    [InlineData("Approvals:InChats")]
    [InlineData("Slack:Proactive")]
    [InlineData("Mattermost:Proactive")]
    [InlineData("Graph:UseBetaEndpoints")]
    [InlineData("RemoteHelp:IsUsed")]
    [InlineData("AnyDesk:IsUsed")]
    [InlineData("HelpDesk:SimulatorRunsApart")]
    public async Task Switch_ThatIsNeitherTrueNorFalse_StopsTheStartAndIsNamed(string setting)
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(place, "run", "--set", $"{setting}=off");

        (await process.UntilEndedAsync()).ShouldBe(ExitCode.Settings, process.Output);
        process.Output.ShouldContain(setting);
    }

    [Fact]
    public async Task Report_ApproverGroupThatTheDirectoryDoesNotHave_IsNamedWithFileAndLine()
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(place, "run", "--set", "Policy:Approvers:access-owners=11111111-0000-4000-8000-0000000000aa");

        (await process.UntilSaidAsync("Approvals can fail")).ShouldContain("policy/approvers.yaml:9: The approver group 'access-owners' (11111111-0000-4000-8000-0000000000aa) does not exist in the directory.");
    }
}

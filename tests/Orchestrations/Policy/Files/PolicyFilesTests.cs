using System.Text;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Domain.Policy.Delegates;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Policy;
using HelpDesk.Orchestrations.Tests.Runbooks;

namespace HelpDesk.Orchestrations.Tests.Policy.Files;

public sealed class PolicyFilesTests
{
    private static readonly string[] All =
        ["access", "approvals", "approvers", "budgets", "confidence", "delegates", "demands", "freezes", "bulk", "modes", "protection", "routing", "switches"];

    public static TheoryData<string> Names => [.. All];

    [Fact]
    public void ShippedFiles_Read_SayWhatIsWrittenInThem()
    {
        var policy = RulebookFixture.ShippedRulebook().Policy;

        policy.Approvals.Requirements[0].ShouldBe(new NamedRequirement(
            "two-people", new("security", "it-managers", 2, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(8)), Line: 5));
        policy.Approvals.Requirements.Where(requirement => requirement.Approval.AsksManager).Select(requirement => requirement.Name).ShouldBe(["credential"]);
        policy.Proofs.Remediations.ShouldBe(["user.grant-temporary-pass"]);
        policy.Proofs.Accepted.ShouldBe([ProofKind.PortalSignIn, ProofKind.RemainingFactor, ProofKind.VerifiedId, ProofKind.ManagerVoucher], ignoreOrder: true);
        (policy.Approvals.Reach, policy.Protection.ReachGroups.Count).ShouldBe(("two-people", 1));
        policy.Containment.AtOnce.Order().ShouldBe(["device.remote-lock", "user.confirm-compromised", "user.revoke-sessions"]);
        policy.Approvals.ByRemediation["user.disable-sign-in"].ShouldBe("security");
        (policy.Modes.Default.Mode, policy.Modes.For("device-sync")).ShouldBe((RunbookMode.Suggest, new RunbookSwitch(RunbookMode.Auto)));
        var freeze = policy.Freezes.ShouldHaveSingleItem();
        (freeze.From, freeze.Until).ShouldBe((new DateTimeOffset(2026, 12, 23, 17, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 4, 5, 0, 0, TimeSpan.Zero)));
        freeze.Except.ShouldContain("device-stolen");
        (policy.Budgets.EffectsPerHour, policy.Budgets.EffectsPerSubjectPerHour, policy.Budgets.OutageSuspectedAt, policy.Budgets.ByRemediation["device.wipe"]).ShouldBe((400, 30, 25, 5));
        (policy.Confidence.Model.Automatic, policy.Confidence.Model.Considered, policy.Confidence.Embedded.Automatic, policy.Confidence.Embedded.Considered).ShouldBe((0.85, 0.60, 0.95, 0.60));
        policy.Protection.VipGroups.ShouldBe(["11111111-0000-4000-8000-000000000005"]);
        policy.Protection.BreakGlassGroups.ShouldBe(["11111111-0000-4000-8000-000000000006"]);
        (policy.Delegates.ShouldHaveSingleItem().Relation, string.Join(", ", policy.Delegates[0].Runbooks)).ShouldBe((DelegateRelation.Manager, "guest-removal, leaver"));
        policy.Demands.ShouldBe(["GuestsAreHandedOver"]);
        policy.KillSwitchIsOnByDefault.ShouldBeFalse();
        var crm = policy.Access.Find("crm").ShouldNotBeNull();
        (crm.Approval, crm.ExpiresAfter, crm.SkuId).ShouldBe(("access-owner", TimeSpan.FromDays(180), null));
        (policy.Access.Find("vpn")!.Approval, policy.Access.Find("visio")!.ExpiresAfter, policy.Access.Find("visio")!.GroupId).ShouldBe((null, null, null));
        policy.Routing.GroupFor("device.stolen", "servicenow").ShouldBe("Security Operations");
        policy.Routing.GroupFor("no-such-intent", "jira").ShouldBe("Service Desk");
        policy.Routing.GroupFor("device.stolen", "a-system-that-is-added-later").ShouldBe("Security Operations");
    }

    [Fact]
    public void Route_OfPolicy_WinsOverThatOfTheIntent()
    {
        var routing = new RulebookFixture()
            .Replace("policy/routing.yaml", "default: {", "intents: [{ intent: security.report, group: SOC, servicenow: SOC London }]\ndefault: {")
            .Load().ShouldNotBeNull().Policy.Routing;

        routing.GroupFor("security.report", "servicenow").ShouldBe("SOC London");
        routing.For("security.report").Tell.ShouldBeNull();
        routing.GroupFor("device.stolen", "servicenow").ShouldBe("Security Operations");
    }

    [Fact]
    public void Route_ThatATicketSystemNamesDifferently_IsItsOwnThereAndTheCommonOneElsewhere()
    {
        var routing = new RulebookFixture().Replace("policy/routing.yaml", "default: { group: Service Desk }", "default: { group: Service Desk, jira: IT Desk }")
            .Load().ShouldNotBeNull().Policy.Routing;

        (routing.GroupFor(null, "jira"), routing.GroupFor(null, "servicenow")).ShouldBe(("IT Desk", "Service Desk"));
    }

    [Fact]
    public void OneFaultInEveryFile_Planted_AllAreReportedAtTheirLines()
    {
        (string File, string Before, string After)[] planted =
        [
            ("access", "sku: 38b434d2", "sku: 38b434d"),
            ("approvals", "quorum: 1", "quorum: 6"),
            ("approvers", "{ name: it-managers,      title: IT managers,               id: 1111", "{ name: it-managers,      title: IT managers,               id: 0x11"),
            ("budgets", "outage-suspected-at: 25", "outage-suspected-at: 1"),
            ("confidence", "embedded: { automatic: 0.95, considered: 0.60 }", "embedded: { automatic: 0.95, considered: 0.96 }"),
            ("delegates", "runbooks: [guest-removal, leaver]", "runbooks: [guest-removal, leavr]"),
            ("demands", "rules: [GuestsAreHandedOver]", "rules: [GuestsAreHandedOvr]"),
            ("freezes", "device-malware,", "device-malwar,"),
            ("bulk", "judged-from: 20", "judged-from: 0"),
            ("modes", "mode: suggest }", "mode: suggests }"),
            ("protection", "vip-groups: [11111111", "vip-groups: [1111"),
            ("routing", "default: { group: Service Desk }", "default: { group: Service Desk, acorn: Desk 1 }"),
            ("switches", "kill-switch: off", "kill-switch: of"),
        ];
        planted.Select(one => one.File).ShouldBe(All);
        var fixture = new RulebookFixture();
        var expected = new List<(string File, int Line)>();
        foreach (var (file, before, after) in planted)
        {
            expected.AddRange(LinesOf(file, before).Select(line => ($"policy/{file}.yaml", line)));
            fixture.Replace($"policy/{file}.yaml", before, after);
        }

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.Where(fault => fault.File.StartsWith("policy/", StringComparison.Ordinal)).Select(fault => (fault.File, fault.Line)).ShouldBe(expected, ignoreOrder: true);
        fixture.Report.Faults.ShouldAllBe(fault => fault.What.Length > 0 && fault.Remedy.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void File_Missing_IsAFaultAndNotNoRule(string name)
    {
        var fixture = new RulebookFixture().Without($"policy/{name}.yaml");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldContain(fault => fault.File == $"policy/{name}.yaml" && fault.What.Contains("is missing", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Key_ThatNobodyKnows_IsAFaultInEveryFile(string name)
    {
        var fixture = new RulebookFixture();
        var lines = Lines(name);
        fixture.With($"policy/{name}.yaml", $"{string.Join('\n', lines)}\nno-such-key: 1\n");

        fixture.Load().ShouldBeNull();

        var fault = fixture.Report.Faults.ShouldHaveSingleItem();
        (fault.File, fault.Line).ShouldBe(($"policy/{name}.yaml", lines.Length + 1));
        fault.What.ShouldContain("unknown key 'no-such-key'");
    }

    [Theory]
    [InlineData("access", "id: crm", "id: requested", "'requested' has a meaning of its own", 0)]
    [InlineData("access", "expires-after: 180 days", "expires-after: 30 minutes", "'expires-after' of the application 'crm' is '30 minutes'", 0)]
    [InlineData("access", "aliases: [vpn, vpn access, remote access]", "aliases: []", "has no alias", -2)]
    [InlineData("access", "group: 11111111-0000-4000-8000-000000000011", "group: 00000000-0000-0000-0000-000000000000", "is no object id", 0)]
    [InlineData("approvals", "name: security", "name: destructive", "'destructive' is there twice", 0)]
    [InlineData("approvals", "deadline: 3 days", "deadline: 30 days", "'deadline' of the requirement 'access-owner' is '30 days'", 0)]
    [InlineData("approvals", "remind-after: 4 hours", "remind-after: 2 days", "The times of 'access-owner' are out of order", 2)]
    [InlineData("approvals", "device.retire: destructive", "device.retire: harmless", "There is no requirement 'harmless'", 0)]
    [InlineData("approvers", "name: access-owners,", "name: it-managers,", "'it-managers' is there twice", 0)]
    [InlineData("budgets", "device.wipe: 5", "device.wipes: 5", "There is no remediation 'device.wipes'", 0)]
    [InlineData("budgets", "device.wipe: 5", "device.wipe: -1", "'device.wipe' of 'by-remediation' of budgets.yaml is '-1'", 0)]
    [InlineData("budgets", "effects-per-hour: 400", "effects-per-hour: 5001", "'effects-per-hour' of budgets.yaml is '5001'", 0)]
    [InlineData("confidence", "model:    { automatic: 0.85, considered: 0.60 }", "model:    { automatic: 0.85, considered: 0.39 }", "'considered' of 'model' is out of range", 0)]
    [InlineData("confidence", "model:    { automatic: 0.85, considered: 0.60 }", "model:    { automatic: 1.5, considered: 0.60 }", "is '1.5'", 0)]
    [InlineData("delegates", "relation: manager }", "relation: manager, group: 11111111-0000-4000-8000-000000000001 }", "Only 'relation: member-of-group' has a 'group'", 0)]
    [InlineData("delegates", "relation: manager }", "relation: member-of-group }", "and it needs one", 0)]
    [InlineData("delegates", "runbooks: [guest-removal, leaver]", "runbooks: [leaver, leaver]", "'leaver' is there twice", 0)]
    [InlineData("modes", "id: device-stolen,        mode: auto", "id: device-stolen,        mode: auto, rollout: 101", "'rollout' of the runbook 'device-stolen' is '101'", 0)]
    [InlineData("modes", "id: device-stolen,", "id: device-sync,", "The runbook 'device-sync' is there twice", 1)]
    [InlineData("routing", "default: {", "intents: [{ intent: [identity.guest, outage], group: A }, { intent: identity.guest, group: B }]\ndefault: {", "The intent 'identity.guest' is routed twice", 0)]
    [InlineData("routing", "default: {", "intents: [{ intent: [], group: A }]\ndefault: {", "The route names no intent", 0)]
    [InlineData("routing", "default: { group: Service Desk }", "default: { jira: Service Desk }", "The route has no group for servicenow", 0)]
    public void Fault_Planted_ReportedWithFileAndLine(string file, string before, string after, string expected, int linesBelow)
    {
        var fixture = new RulebookFixture().Replace($"policy/{file}.yaml", before, after);

        fixture.Load().ShouldBeNull();

        var fault = fixture.Report.Faults.Single(one => one.What.Contains(expected, StringComparison.Ordinal));
        fault.File.ShouldBe($"policy/{file}.yaml");
        LinesOf(file, before).ShouldContain(fault.Line - linesBelow, $"{fault}");
    }

    [Theory]
    [InlineData("break-glass-groups: [11111111-0000-4000-8000-000000000006]", "break-glass-groups: []", true)]
    [InlineData("break-glass-accounts: []", "break-glass-accounts: [0a000000-0000-4000-8000-00000000000e]", false)]
    public void BreakGlass_NobodyNamed_IsAFault(string before, string after, bool isFault) =>
        (new RulebookFixture().Replace("policy/protection.yaml", before, after).Load() is null).ShouldBe(isFault);

    [Theory]
    [InlineData("on", true)]
    [InlineData("off", false)]
    public void KillSwitch_OfTheFile_IsTheDefault(string written, bool isOn) =>
        new RulebookFixture().Replace("policy/switches.yaml", "kill-switch: off", $"kill-switch: {written}").Load().ShouldNotBeNull().Policy.KillSwitchIsOnByDefault.ShouldBe(isOn);

    [Fact]
    public void File_OfANameThatIsNearAKnownOne_IsAFaultThatSaysWhich()
    {
        var fixture = new RulebookFixture().With("policy/mode.yaml", "default: auto");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItem().ToString().ShouldContain("policy/mode.yaml:1: No such policy file is known. Did you mean 'policy/modes.yaml'?");
    }

    [Fact]
    public void Hash_OverAllFilesAndSettings_ChangesWithEachAndNotWithTheirOrder()
    {
        ConfigurationFile[] files = [File("policy/a.yaml", "a: 1"), File("policy/b.yaml", "b: 1")];
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["security"] = "1" };
        var hash = PolicyFiles.Hash(files, settings);

        PolicyFiles.Hash([files[1], files[0]], settings).ShouldBe(hash);
        string[] others =
        [
            PolicyFiles.Hash([files[0], File("policy/b.yaml", "b: 2")], settings),
            PolicyFiles.Hash([files[0], File("policy/c.yaml", "b: 1")], settings),
            PolicyFiles.Hash([files[0]], settings),
            PolicyFiles.Hash(files, new Dictionary<string, string>(StringComparer.Ordinal) { ["security"] = "2" }),
            PolicyFiles.Hash(files, new Dictionary<string, string>(StringComparer.Ordinal)),
        ];
        others.Append(hash).ShouldBeUnique();
    }

    private static ConfigurationFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static string[] Lines(string file) =>
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy", $"{file}.yaml")).TrimEnd('\n').Split('\n');

    private static List<int> LinesOf(string file, string text) =>
        [.. Lines(file).Select((line, at) => (line, at)).Where(one => one.line.Contains(text, StringComparison.Ordinal)).Select(one => one.at + 1)];
}

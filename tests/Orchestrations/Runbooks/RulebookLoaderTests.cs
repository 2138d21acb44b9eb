using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

public sealed class RulebookLoaderTests
{
    private const string Sync = "runbooks/device-sync.yaml";

    [Fact]
    public void Load_ShippedFiles_NoFault()
    {
        var fixture = new RulebookFixture();
        var rulebook = fixture.Load();
        fixture.Report.ToString().ShouldBeEmpty();
        rulebook.ShouldNotBeNull().Runbooks.All.Count.ShouldBeGreaterThanOrEqualTo(12);
    }

    [Theory]
    [InlineData("do: device.sync", "do: device.snyc", "There is no remediation 'device.snyc'. Did you mean 'device.sync'?")]
    [InlineData("on: device", "on: subject", "'device.sync' acts on a device")]
    [InlineData("on: device", "on: devises", "'on' of the step 'sync' is 'devises'. Did you mean 'devices'?")]
    [InlineData("on: device", "on: device, wehn: x", "has an unknown key 'wehn'. Did you mean 'when'?")]
    [InlineData("on: device", "on: device, when: device.is-blue", "unknown condition 'device.is-blue'")]
    [InlineData("on: device", "on: device, with: { force: yes }", "'device.sync' takes no 'force'")]
    [InlineData("intents: [device.sync]", "intents: [device.snyc]", "There is no intent 'device.snyc'")]
    [InlineData("intents: [device.sync]", "intents: [outage]", "only informs or routes")]
    [InlineData("intents: [device.sync]", "intents: [device.slow]", "is answered by runbooks/device-s")]
    [InlineData("intents: [device.sync]", "intents: []", "answers no intent")]
    [InlineData("id: device-sync", "id: device-sync2", "differs from the file's name")]
    [InlineData("subject: requester", "subject: anybody", "'subject' of the runbook is 'anybody'")]
    [InlineData("title: Device", "titel: Device", "has no 'title'")]
    [InlineData("  done:\n", "  waitng: Wait.\n  done:\n", "unknown key 'waitng'. Did you mean 'waiting'?")]
    [InlineData("  done:\n", "  waiting:\n    en: \"Wait.\"\n    dk: \"Vent.\"\n  done:\n", "unknown key 'dk'")]
    [InlineData("  done:\n", "  from: securty\n  done:\n", "There are no texts 'securty'. Did you mean 'security'?")]
    [InlineData("    en: \"Restart the", "    en: \"Restart <b>the", "angle bracket")]
    [InlineData("- { id: sync,", "- { id: sync, do: device.sync, on: device }\n  - { id: sync,", "Two steps have the id 'sync'")]
    [InlineData("outcome: [device.checked-in,", "outcome: [device.checkd-in,", "'outcome' names an unknown condition 'device.checkd-in'. Did you mean 'device.checked-in'?")]
    [InlineData("outcome: [device.checked-in,", "outcome: [pass.used,", "The outcome 'pass.used' can never be true")]
    [InlineData("outcome: [device.checked-in, app.installed]\n", "", "does not say what must be true for the person")]
    [InlineData("outcome: [device.checked-in,", "outcome: [app.installed,", "'app.installed' is there twice in 'outcome'")]
    [InlineData("title:", "title: Twice\ntitle:", "The key 'title' is there twice")]
    public void RunbookFault_Planted_ReportedWithFileAndLine(string before, string after, string expected)
    {
        var fixture = new RulebookFixture().Replace(Sync, before, after);
        fixture.Load().ShouldBeNull();
        var fault = fixture.Report.Faults.ShouldHaveSingleItemContaining(expected);
        fault.Line.ShouldBeGreaterThan(0);
        fault.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void ReplacedLicence_OfWhichSomethingElseIsMeant_IsAFault()
    {
        var fixture = new RulebookFixture().Replace("runbooks/licence-request.yaml", "access.replaced.sku", "access.replaced.group");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("refers to the group of the replaced licence").Remedy.ShouldContain("access.replaced.sku");
    }

    [Fact]
    public void BulkRunbook_WithAnOutcome_IsAFault()
    {
        var fixture = new RulebookFixture().Replace("runbooks/bulk-device-sync.yaml", "subject: listed", "subject: listed\noutcome: [device.checked-in]");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("A runbook for a list has no outcome").Line.ShouldBe(5);
    }

    [Fact]
    public void Outcome_OfADevice_InARunbookWithoutOne_IsAFault()
    {
        var fixture = new RulebookFixture().Replace("runbooks/new-phone.yaml", "outcome: [pass.used]", "outcome: [pass.used, device.compliant]");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("no step acts on one").Line.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void BulkRunbook_ThatAsksForTheRiskOfEverybody_IsAFault()
    {
        var fixture = new RulebookFixture().Replace("runbooks/bulk-sign-in-repair.yaml", "when: account.is-disabled", "when: [account.is-disabled, account.is-not-at-risk]");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("'account.is-not-at-risk' is not for a list").Line.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("approvers", "id: 11111111-0000-4000-8000-000000000001", "id: 1", "'1' is no object id")]
    [InlineData("approvals", "approvers: service-desk\n    fallback: it-managers\n    remind-after: 1 hour", "approvers: service-dsek\n    fallback: it-managers\n    remind-after: 1 hour", "There is no approver group 'service-dsek'. Did you mean 'service-desk'?")]
    [InlineData("approvals", "default: standard", "default: nobody", "There is no requirement 'nobody'")]
    [InlineData("approvals", "device.wipe: destructive", "device.wpie: destructive", "There is no remediation 'device.wpie'")]
    [InlineData("approvals", "quorum: 1", "quorum: 0", "'quorum' of the requirement 'destructive' is '0'")]
    [InlineData("approvals", "quorum: 1\n    remind-after: 15 minutes\n    escalate-after: 1 hour\n    deadline: 8 hours", "remind-after: 15 minutes\n    escalate-after: 1 hour\n    deadline: 8", "'deadline' of the requirement 'destructive' is '8'")]
    [InlineData("approvals", "deadline: 3 days", "deadline: 5 minutes", "The times of 'access-owner' are out of order")]
    [InlineData("modes", "id: device-sync,", "id: device-snyc,", "There is no runbook 'device-snyc'")]
    [InlineData("modes", "default: suggest", "default: maybe", "'default' of modes.yaml is 'maybe'")]
    [InlineData("freezes", "2026-12-23T18:00+01:00", "2026-12-23", "'from' of the freeze 'year-end-2026'")]
    [InlineData("freezes", "2026-12-23T18:00+01:00", "2028-12-23T18:00+01:00", "ends before it begins")]
    [InlineData("budgets", "effects-per-hour: 400", "effects-per-hour: many", "'effects-per-hour' of budgets.yaml is 'many'")]
    [InlineData("confidence", "automatic: 0.85", "automatic: 0.5", "below what no file may lower")]
    [InlineData("confidence", "automatic: 0.95", "automatic: 0.75", "more authority than the language model")]
    [InlineData("delegates", "runbooks: [guest-removal, leaver]", "runbooks: [device-sync]", "only for the requester's own account")]
    [InlineData("delegates", "relation: manager", "relation: friend", "'relation' of the delegate rule")]
    [InlineData("demands", "GuestsAreHandedOver]", "GuestsAreHanded]", "There is no optional rule 'GuestsAreHanded'")]
    [InlineData("switches", "kill-switch: off", "kill-switch: auto", "'kill-switch' of switches.yaml is 'auto'")]
    [InlineData("access", "approval: none", "approval: nobody", "There is no requirement 'nobody'")]
    [InlineData("access", "aliases: [crm,", "aliases: [VPN,", "Two entries have the alias")]
    [InlineData("access", "replaces: [visio-plan-1]", "replaces: [vpn]", "'visio' replaces 'vpn', which is no other licence")]
    [InlineData("access", "replaces: [visio-plan-1]", "replaces: [visio]", "'visio' replaces 'visio', which is no other licence")]
    [InlineData("access", "- id: visio-plan-1", "- id: replaced", "The id 'replaced' has a meaning of its own")]
    [InlineData("routing", "default: {", "intents: [{ intent: how-tu, group: A }]\ndefault: {", "There is no intent 'how-tu'. Did you mean 'how-to'?")]
    public void PolicyFault_Planted_ReportedWithFileAndLine(string file, string before, string after, string expected)
    {
        var fixture = new RulebookFixture().Replace($"policy/{file}.yaml", before, after);
        fixture.Load().ShouldBeNull();
        fixture.Report.Faults.ShouldHaveSingleItemContaining(expected).File.ShouldBe($"policy/{file}.yaml");
    }

    [Fact]
    public void Report_FaultsInSeveralFiles_AllInOneReport()
    {
        var fixture = new RulebookFixture()
            .Replace(Sync, "do: device.sync", "do: device.dance")
            .Replace("runbooks/leaver.yaml", "subject: delegate", "subject: world")
            .Without("policy/modes.yaml");
        fixture.Load().ShouldBeNull();
        fixture.Report.Faults.Select(fault => fault.File).Distinct().ShouldBe(["policy/delegates.yaml", "policy/modes.yaml", Sync, "runbooks/leaver.yaml"]);
        Should.Throw<ConfigurationException>(fixture.Report.ThrowIfFaulty).Message.ShouldContain("runbooks/device-sync.yaml:6:");
    }

    [Theory]
    [InlineData("approvers", "name: security,", "name: guards,", "which has high impact: the requirement 'destructive' asks 'security', which is no approver group.")]
    [InlineData("approvers", "name: service-desk,", "name: desk,", "the requirement 'standard' asks 'service-desk', which is no approver group.")]
    [InlineData("approvers", "name: it-managers,", "name: managers,", "falls back to 'it-managers', which is no approver group.")]
    [InlineData("approvers", "name: access-owners,", "name: owners,", "the requirement 'access-owner' asks 'access-owners', which is no approver group.")]
    [InlineData("approvals", "  device.retire: destructive\n", "  device.retire: destroying\n", "There is no requirement 'destroying'")]
    [InlineData("approvals", "approvers: access-owners\n    fallback: it-managers", "approvers: access-owners\n    fallback: access-owners", "the requirement 'access-owner' falls back to the same group that it asks first (access-owners)")]
    [InlineData("approvals", "default: standard", "default: nobody", "there is no requirement 'nobody'.")]
    [InlineData("approvals", "name: bulk\n    approvers: security", "name: bulk\n    approvers: sekurity", "which is done to everybody on a list: the requirement 'bulk' asks 'sekurity'")]
    public void StepThatMayNeedAnApproval_ByNobody_IsRefusedWithItsLine(string file, string before, string after, string expected)
    {
        var fixture = new RulebookFixture().Replace($"policy/{file}.yaml", before, after);

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldContain(fault => fault.What.Contains(expected, StringComparison.Ordinal) && fault.Line > 1 && fault.Remedy.Length > 0, fixture.Report.ToString());
    }

    [Fact]
    public void FallbackBySetting_ThatIsTheGroupAskedFirst_IsRefused()
    {
        var fixture = new RulebookFixture();
        fixture.Approvers["it-managers"] = "11111111-0000-4000-8000-000000000001";

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldContain(fault => fault.File.StartsWith("runbooks/", StringComparison.Ordinal) && fault.What.Contains("falls back to the same group", StringComparison.Ordinal));
    }

    [Fact]
    public void ApproversMissing_InSeveralPlaces_AreAllInOneReportEachOnce()
    {
        var fixture = new RulebookFixture()
            .Replace("policy/approvers.yaml", "name: security,", "name: guards,")
            .Replace("policy/approvers.yaml", "name: access-owners,", "name: owners,");

        fixture.Load().ShouldBeNull();

        var told = fixture.Report.Faults.Where(fault => fault.What.StartsWith("No approver is configured", StringComparison.Ordinal)).ToList();
        told.Select(fault => fault.What[fault.What.IndexOf("the requirement", StringComparison.Ordinal)..]).Order().ShouldBe(
        [
            "the requirement 'access-owner' asks 'access-owners', which is no approver group.",
            "the requirement 'bulk' asks 'security', which is no approver group.",
            "the requirement 'destructive' asks 'security', which is no approver group.",
            "the requirement 'security' asks 'security', which is no approver group.",
            "the requirement 'two-people' asks 'security', which is no approver group.",
        ]);
        told.ShouldAllBe(fault => fault.File.StartsWith("runbooks/", StringComparison.Ordinal));
    }

    [Fact]
    public void ApproverSetting_UnknownGroup_Refused()
    {
        var fixture = new RulebookFixture();
        fixture.Approvers["secruity"] = "11111111-0000-4000-8000-0000000000ff";
        fixture.Load().ShouldBeNull();
        fixture.Report.Faults.ShouldHaveSingleItemContaining("Policy:Approvers:secruity");
    }

    [Fact]
    public void ApproverSetting_KnownGroup_WinsAndChangesTheHash()
    {
        var plain = RulebookFixture.ShippedRulebook();
        var fixture = new RulebookFixture();
        fixture.Approvers["security"] = "22222222-0000-4000-8000-0000000000ff";
        var overridden = fixture.Load().ShouldNotBeNull();
        overridden.Policy.Approvers["security"].GroupId.ShouldBe(new GroupId("22222222-0000-4000-8000-0000000000ff"));
        overridden.Policy.Hash.ShouldNotBe(plain.Policy.Hash);
    }

    [Fact]
    public void Runbook_OneByteChanged_OtherHash()
    {
        var before = RulebookFixture.ShippedRulebook().Runbooks.Find("device-sync")!.Hash;
        new RulebookFixture().Replace(Sync, "title: ", "title:  ").Load()!.Runbooks.Find("device-sync")!.Hash.ShouldNotBe(before);
    }
}

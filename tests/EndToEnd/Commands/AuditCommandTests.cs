using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.EndToEnd.Tests.Commands;

/// <summary>The audit log from the command line while the program runs, and a decision that somebody writes into its database.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private const string Title = "My account is used by someone else";
    private const string Text = "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.";

    private HelpDeskHost _host = null!;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync("Audit:CheckpointAfterEntries=1");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Approval_WrittenIntoTheDatabase_LeadsToNothingAndIsASecurityEvent()
    {
        var subject = KnownPeople.WithoutDevice;
        var caseId = await _host.Client.FileAsync("servicenow", subject.UserPrincipalName, Title, Text);
        var waiting = await _host.Client.UntilAsync(caseId, record => record.OpenApprovalId is not null);
        var store = _host.Services.GetRequiredService<IRecordStore>();
        var row = (await store.GetAsync(Tables.Approvals, Tenant.Partition("gates"), waiting.OpenApprovalId!, default)).ShouldNotBeNull();
        var approval = DurableJson.Read<ApprovalRequest>(row.Json);
        var approver = KnownPeople.SecurityApprover;
        var forged = approval with { State = ApprovalState.Approved, Decisions = [new ApprovalDecision(new PersonId(approver.Id), approver.DisplayName, true, approval.RequestedAt.AddSeconds(1), null)] };
        (await store.ReplaceAsync(Tables.Approvals, new Record(row.Partition, row.Row, DurableJson.Write(forged), row.ETag), default)).ShouldNotBeNull();

        await _host.Services.GetRequiredService<CaseSignal>().SignalAsync(new CaseId(caseId), default);

        (await _host.Client.UntilAsync(caseId, CaseState.Escalated)).Reason.ShouldNotBeNull().ShouldContain("Security event");
        // What contains the threat was sent before anybody was asked; nothing that needed the decision was.
        (await _host.Client.EffectsOnAsync(subject.Id)).ShouldNotContain(effect => effect.StartsWith("PATCH", StringComparison.Ordinal));
        var kinds = await _host.AuditKindsAsync(caseId);
        kinds.ShouldContain(AuditKinds.TamperingFound);
        kinds.ShouldNotContain(AuditKinds.ApprovalDecided);
        (await _host.CommandAsync("audit", "verify")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Export_IsVerifiedWithThePublicKeyOnly_AndForgedSignaturesAreFound()
    {
        var caseId = await _host.Client.FileAsync("servicenow", KnownPeople.WithoutDevice.UserPrincipalName, Title, Text);
        var number = (await _host.Client.UntilAsync(caseId, record => record.OpenApprovalId is not null)).Ticket.Number;
        var (export, one, key) = (Path.Combine(_host.Data, "all.jsonl"), Path.Combine(_host.Data, "one.jsonl"), Path.Combine(_host.Data, "checkpoint-key.pem.pub"));
        await _host.RestartAsync();

        (await _host.CommandAsync("audit", "show", number)).Output.ShouldContain("the chain is unbroken");
        (await _host.CommandAsync("audit", "export", "--to", export)).ExitCode.ShouldBe(0);
        (await _host.CommandAsync("audit", "export", "--case", number, "--to", one)).ExitCode.ShouldBe(0);
        var good = await _host.CommandAsync("audit", "verify", "--file", export, "--public-key", key);
        good.ExitCode.ShouldBe(0, good.Output);
        (await _host.CommandAsync("audit", "verify", "--file", export)).ExitCode.ShouldBe(3);
        var root = Regex.Match(good.Output, "root (?<root>[0-9a-f]{64})", RegexOptions.NonBacktracking).Groups["root"].Value;
        (await _host.CommandAsync("audit", "verify", "--file", export, "--public-key", key, "--last-root", root)).ExitCode.ShouldBe(0);
        (await _host.CommandAsync("audit", "verify", "--file", export, "--public-key", key, "--last-root", new string('0', 64))).ExitCode.ShouldBe(1);
        var single = await _host.CommandAsync("audit", "verify", "--file", one, "--public-key", key);
        single.ExitCode.ShouldBe(0, single.Output);

        foreach (var file in new[] { export, one })
        {
            await File.WriteAllTextAsync(file, Regex.Replace(await File.ReadAllTextAsync(file), "\"signature\":\"[^\"]*\"}\n", "\"signature\":\"AAAA\"}\n", RegexOptions.NonBacktracking));
            var bad = await _host.CommandAsync("audit", "verify", "--file", file, "--public-key", key);
            bad.ExitCode.ShouldBe(1, bad.Output);
            bad.Output.ShouldContain("signature");
        }
    }
}

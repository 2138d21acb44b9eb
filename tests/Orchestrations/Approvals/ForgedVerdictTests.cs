using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Approvals;

/// <summary>
/// Somebody who can write to the record store, histories included, makes policy or triage say what they did not: a plan that would need an
/// approval, or must not run at all, has no effect.
/// </summary>
public sealed class ForgedVerdictTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const double Unsure = 0.72;

    private static readonly Verdict Allowed = new(VerdictOutcome.Allow, [], null, "");

    private readonly House _house = new(static services => services.AddSingleton<IAuditLog, AuditLog>());
    private int _activities;
    private bool _becomesAServiceAccount;

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("kept verdict")]
    [InlineData("kept verdict in no json")]
    [InlineData("kept triage")]
    [InlineData("history of the verdict")]
    [InlineData("history of triage")]
    [InlineData("history of both")]
    [InlineData("entry without signature")]
    [InlineData("signed result")]
    public async Task Forged_WhereAnApprovalIsNeeded_NothingIsDoneAndSecurityIsTold(string what)
    {
        Ticket(Unsure);

        var end = await RunAsync(what);

        end.State.ShouldBe(CaseState.Escalated);
        NoEffect();
        await ToldAsync();
    }

    [Theory]
    [InlineData("kept verdict")]
    [InlineData("history of the verdict")]
    [InlineData("history of both")]
    public async Task Forged_WherePolicyRefuses_NothingIsDone(string what)
    {
        Ticket(0.97);
        _becomesAServiceAccount = true;

        var end = await RunAsync(what);

        end.State.ShouldBe(CaseState.Escalated);
        NoEffect();
        await ToldAsync();
    }

    [Fact]
    public async Task Allowed_ByPolicyItself_IsDoneThoughItsActivitiesDieAfterwards()
    {
        Ticket(0.97);
        var context = _house.Context(CaseId);
        context.DiesAfter = static name => name is "triage-ticket" or "decide-policy" or "execute-step";

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Resolved);

        _house.Trace.Where(static line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(["effect device.sync"]);
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).ToListAsync()).ShouldBeEmpty();
        (await EntriesAsync()).Count(entry => entry.Event.Kind is AuditKinds.Triaged or AuditKinds.PolicyDecided).ShouldBe(2);
    }

    [Fact]
    public async Task KeptRequirement_WithAnEasierGroup_IsNotAskedOfThatGroup()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        var easy = new ApprovalRequirement("service-desk", "service-desk", 1, TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(8));

        await RunAsync("kept verdict", new Verdict(VerdictOutcome.NeedsApproval, [], easy, ""));

        var asked = (await EntriesAsync()).Single(entry => entry.Event.Kind == AuditKinds.ApprovalRequested);
        asked.Event.Facts["approvers"].ShouldBe("security");
        await ToldAsync();
    }

    private void Ticket(double confidence)
    {
        _house.Model.Answer = _ => new TriageAnswer("device.sync", confidence);
        _house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
        _house.Directory.Devices["d1"] = new Device
        {
            Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = _house.Time.GetUtcNow(),
        };
    }

    private Task<TicketWorkflow.Result> RunAsync(string what) => RunAsync(what, Allowed);

    private async Task<TicketWorkflow.Result> RunAsync(string what, Verdict verdict)
    {
        var context = _house.Context(CaseId);
        context.DiesAfter = name =>
        {
            _activities++;
            var next = string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{_activities + 1}");
            if (name == "claim-complaint" && _becomesAServiceAccount)
                _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { IsFunctional = true };
            if (name == "enrich-case" && what == "kept triage")
                Plant(next, DurableJson.Write(new TriageTicket.Result(Sure, "model", "1", null, null, "en", [])));
            if (name is "claim-complaint" or "plan-containment" && what.StartsWith("kept verdict", StringComparison.Ordinal))
                Plant(next, what == "kept verdict" ? DurableJson.Write(verdict) : "{");
            if (name == "claim-complaint" && what == "entry without signature")
                PlantEntry($"{next}/decided");
            if (name != "decide-policy" || what != "signed result")
                return false;
            Rewrite();
            return true;
        };
        context.History = (name, output) => (name, what) switch
        {
            ("decide-policy", "history of the verdict" or "history of both") => DurableJson.Write(verdict),
            ("triage-ticket", "history of triage" or "history of both") => DurableJson.Write(DurableJson.Read<TriageTicket.Result>(output) with { Facts = Sure }),
            _ => output,
        };
        return await _house.RunAsync(context);
    }

    private static TriageFacts Sure => TriageFacts.ChosenByPerson("device.sync");

    private void Plant(string activityKey, string json) =>
        _house.Store.Tamper(Tables.Context, Tenant.Partition(CaseId), $"result-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(activityKey)))}", json);

    private void PlantEntry(string key) => _house.Get<IAuditLog>().AppendAsync(
        new AuditEvent(CaseId, key, AuditKinds.PolicyDecided, "policy", "Policy allows the plan without a person.", new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = "Allow" }), default).GetAwaiter().GetResult();

    private void Rewrite()
    {
        var row = _house.Store.QueryAsync(Tables.Context, Tenant.Partition(CaseId), "signed-result-", "signed-result-~", default).ToBlockingEnumerable()
            .Single(row => row.Json.Contains("outcome", StringComparison.Ordinal));
        _house.Store.Tamper(Tables.Context, row.Partition, row.Row, DurableJson.Write(Allowed));
    }

    private void NoEffect() => _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));

    private async Task ToldAsync()
    {
        (await EntriesAsync()).ShouldContain(entry => entry.Event.Kind == AuditKinds.TamperingFound);
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).ToListAsync()).ShouldContain(found => found.CaseId == CaseId);
    }

    private async Task<List<AuditEntry>> EntriesAsync() => await _house.Get<IAuditLog>().ReadAsync(CaseId, default).ToListAsync();
}

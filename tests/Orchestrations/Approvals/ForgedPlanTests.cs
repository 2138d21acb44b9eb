using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Approvals;

/// <summary>
/// Somebody who can write to the record store, histories included, makes a case one of another person, or puts another plan under it: what was read
/// of the ticket, who asks and what is planned count only as signed, so nothing is done to anybody else.
/// </summary>
public sealed class ForgedPlanTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Theirs = "MAX-LT-0007";

    private readonly House _house = new(static services => services.AddSingleton<IAuditLog, AuditLog>());
    private int _activities;

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("open-case")]
    [InlineData("enrich-case")]
    [InlineData("triage-ticket")]
    [InlineData("make-plan")]
    public async Task History_ThatSpeaksOfAnotherPersonOrPlan_HasNoEffectAndSecurityIsTold(string activity)
    {
        Ticket();
        var context = _house.Context(CaseId);
        context.History = (name, output) => name == activity ? Forged(name, output) : output;

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Escalated);

        NoEffect();
        await ToldAsync();
    }

    [Theory]
    [InlineData("open-case")]
    [InlineData("enrich-case")]
    [InlineData("make-plan")]
    public async Task KeptResult_OfAnotherPersonOrPlan_IsNeverTaken(string activity)
    {
        Ticket();
        string[] order = ["open-case", "enrich-case", "triage-ticket", "make-plan"];
        var at = Array.IndexOf(order, activity);
        // What the activity would really say, of somebody else.
        var forged = await FromTwinAsync(activity);
        if (at == 0)
            Plant($"{CaseId}/1", forged);
        var context = _house.Context(CaseId);
        context.DiesAfter = name =>
        {
            _activities++;
            if (at > 0 && name == order[at - 1])
                Plant(string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{_activities + 1}"), forged);
            return false;
        };

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Resolved);

        (await RecordAsync()).Steps.Select(step => step.TargetName).Distinct().ShouldBe(["LON-LT-0421"]);
        await ToldAsync();
    }

    [Theory]
    [InlineData("signed result")]
    [InlineData("entry without signature")]
    public async Task Planned_EditedWhereItIsKept_LeadsToNothing(string what)
    {
        Ticket();
        var context = _house.Context(CaseId);
        context.DiesAfter = name =>
        {
            _activities++;
            if (name == "triage-ticket" && what == "entry without signature")
                PlantEntry(string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{_activities + 1}/planned"));
            if (name != "make-plan" || what != "signed result")
                return false;
            var row = _house.Store.QueryAsync(Tables.Context, Tenant.Partition(CaseId), "signed-result-", "signed-result-~", default).ToBlockingEnumerable()
                .Single(row => row.Json.Contains("stepCount", StringComparison.Ordinal));
            _house.Store.Tamper(Tables.Context, row.Partition, row.Row, row.Json.Replace("\"stepCount\":1", "\"stepCount\":0", StringComparison.Ordinal));
            return true;
        };

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Escalated);

        NoEffect();
        await ToldAsync();
    }

    [Fact]
    public async Task Containment_OfAnotherPerson_IsNotDone()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        var context = _house.Context(CaseId);
        context.History = (name, output) => name == "plan-containment" ? Forged(name, output) : output;

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Escalated);

        NoEffect();
        await ToldAsync();
    }

    // The approver is the requester in truth; the plan that they approve says that somebody else asked.
    [Fact]
    public async Task Plan_ThatNamesAnotherRequesterSoThatTheRequesterMayApprove_IsNotDone()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.SecurityApprover}@contoso.example");
        var context = _house.Context(CaseId);
        context.History = (name, output) => name == "make-plan" ? Forged(name, output) : output;
        var isApproved = false;
        context.OnWait = async _ =>
        {
            if (isApproved || await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is not { } gate)
                return false;
            isApproved = true;
            return (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.SecurityApprover), null, default)).Kind == DecisionKind.Recorded;
        };

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Escalated);

        isApproved.ShouldBeTrue();
        _house.Trace.Where(static line => line.StartsWith("effect", StringComparison.Ordinal)).Except(["effect user.revoke-sessions", "effect user.confirm-compromised"]).ShouldBeEmpty();
        _house.Remediations.Values.SelectMany(remediation => remediation.Targets).ShouldNotContain(House.Manager);
        await ToldAsync();
    }

    [Fact]
    public async Task Honest_WhoseActivitiesDieAfterwards_SignsEachOnceAndIsDone()
    {
        Ticket();
        var context = _house.Context(CaseId);
        context.DiesAfter = static name => name is "open-case" or "enrich-case" or "make-plan";

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Resolved);

        var entries = await EntriesAsync();
        entries.Count(entry => entry.Event.Kind is AuditKinds.Received or AuditKinds.Enriched or AuditKinds.Planned).ShouldBe(3);
        entries.ShouldNotContain(entry => entry.Event.Kind == AuditKinds.TamperingFound);
    }

    // A ticket that needs no approval: the case that matters most.
    private void Ticket() => Ticket(_house);

    private static void Ticket(House house, string requester = House.Requester)
    {
        house.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{requester}@contoso.example");
        house.Directory.Devices["d1"] = Device("d1", "LON-LT-0421", House.Requester, house);
        house.Directory.Devices["d2"] = Device("d2", Theirs, House.Manager, house);
    }

    private static Device Device(string id, string name, string owner, House house) =>
        new() { Id = new DeviceId(id), Name = name, OwnerId = new PersonId(owner), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = house.Time.GetUtcNow() };

    private string Forged(string activity, string output) => activity switch
    {
        "open-case" => Rewritten<OpenCase.Result, TicketSnapshot>(output, result => result.Ticket!, snapshot => snapshot with { Requester = new TicketRequester("u9", $"{House.Manager}@contoso.example", null, "Max"), Opening = null }, (result, at) => result with { Ticket = at }),
        "enrich-case" => Rewritten<EnrichCase.Result, RequesterSnapshot>(output, result => result.Requester, snapshot => snapshot with { Person = _house.Directory.People[House.Manager], Devices = [_house.Directory.Devices["d2"]], Opening = null }, (result, at) => result with { Requester = at }),
        // What it is about is the same for policy; which device is meant is not.
        "triage-ticket" => DurableJson.Write(DurableJson.Read<TriageTicket.Result>(output) is var said ? said with { Facts = said.Facts with { DeviceHint = "LON-LT-0421" } } : said),
        "plan-containment" => DurableJson.Read<PlanContainment.Result>(output) is { Plan: { } plan } made ? DurableJson.Write(made with { Plan = OfSomebodyElse(plan) }) : output,
        _ => DurableJson.Read<MakePlan.Result>(output) is { Plan: { } plan } made ? DurableJson.Write(made with { Plan = OfSomebodyElse(plan) }) : output,
    };

    private string Rewritten<TResult, TStored>(string output, Func<TResult, ContextReference> where, Func<TStored, TStored> change, Func<TResult, ContextReference, TResult> with)
    {
        var (result, contexts) = (DurableJson.Read<TResult>(output), _house.Get<CaseContext>());
        var at = where(result);
        return DurableJson.Write(with(result, Now(contexts.PutAsync(CaseId, at.Kind, change(Now(contexts.GetAsync<TStored>(at, default))), default))));
    }

    private PlanReference OfSomebodyElse(PlanReference reference)
    {
        var contexts = _house.Get<CaseContext>();
        var plan = Now(contexts.GetAsync<Plan>(reference.Context, default));
        var forged = plan with
        {
            RequesterId = new PersonId(House.Manager),
            SubjectId = new PersonId(House.Manager),
            Opening = null,
            Steps = [.. plan.Steps.Select(step => step.TargetKind == TargetKind.User ? step with { TargetId = new TargetId(House.Manager), TargetName = "Max Manager" } : step with { TargetId = new TargetId("d2"), TargetName = Theirs })],
        };
        return PlanReference.To(forged, Now(contexts.PutAsync(CaseId, reference.Context.Kind, forged, default)));
    }

    // The same ticket of the other person, in a house of its own; what its activity gave is put into ours.
    private async Task<string> FromTwinAsync(string activity)
    {
        using var twin = new House(static services => services.AddSingleton<IAuditLog, AuditLog>());
        Ticket(twin, House.Manager);
        var context = twin.Context(CaseId);
        var said = "";
        context.History = (name, output) => name == activity ? said = output : output;
        (await twin.RunAsync(context)).State.ShouldBe(CaseState.Resolved);
        await foreach (var row in twin.Store.QueryAsync(Tables.Context, Tenant.Partition(CaseId), "", "~", default))
        {
            if (row.Row.StartsWith("plan-", StringComparison.Ordinal) || row.Row.StartsWith("ticket-", StringComparison.Ordinal) || row.Row.StartsWith("requester-", StringComparison.Ordinal))
                _house.Store.Tamper(Tables.Context, row.Partition, row.Row, row.Json);
        }

        return said;
    }

    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private void Plant(string activityKey, string json) =>
        _house.Store.Tamper(Tables.Context, Tenant.Partition(CaseId), $"result-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(activityKey)))}", json);

    private void PlantEntry(string key) => _house.Get<IAuditLog>().AppendAsync(
        new AuditEvent(CaseId, key, AuditKinds.Planned, "helpdesk", "A plan of 1 step(s) was made.", new Dictionary<string, string>(StringComparer.Ordinal) { ["plan-hash"] = "0" }), default).GetAwaiter().GetResult();

    private void NoEffect() => _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));

    private async Task<CaseRecord> RecordAsync() => (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();

    private async Task ToldAsync()
    {
        (await EntriesAsync()).ShouldContain(entry => entry.Event.Kind == AuditKinds.TamperingFound);
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).ToListAsync()).ShouldContain(found => found.CaseId == CaseId);
    }

    private async Task<List<AuditEntry>> EntriesAsync() => await _house.Get<IAuditLog>().ReadAsync(CaseId, default).ToListAsync();
}

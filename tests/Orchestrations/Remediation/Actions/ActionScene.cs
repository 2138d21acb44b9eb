using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Actions;

/// <summary>A ticket that went to a person, through the whole workflow: what operators have done for it rests on what is signed there.</summary>
public sealed class ActionScene(House house)
{
    public const string Laptop = "d1";
    public const string Other = "d2";
    public const string OfAnother = "d3";
    public static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");

    /// <summary>Nobody knows which of two laptops does not synchronise, so a person gets the ticket.</summary>
    public async Task<ActionScene> TwoLaptopsAsync(double confidence = 0.97)
    {
        Device(Laptop, "LON-LT-1101", House.Requester);
        Device(Other, "LON-LT-1102", House.Requester);
        Device(OfAnother, "LON-LT-1103", House.Stranger);
        return await EscalateAsync("device.sync", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", confidence);
    }

    /// <summary>An approver denied what was to be done about a compromised account.</summary>
    public Task<ActionScene> CompromisedAsync() => EscalateAsync("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.", 0.97);

    public async Task<ActionScene> EscalateAsync(string intent, string text, double confidence)
    {
        house.Model.Answer = _ => new TriageAnswer(intent, confidence);
        house.Tickets.Write("A problem", text, $"{House.Requester}@contoso.example");
        (await house.RunAsync()).State.ShouldBe(CaseState.Escalated);
        house.Trace.Clear();
        return this;
    }

    public void Device(string id, string name, string owner) => house.Directory.Devices[id] = new Device
    {
        Id = new DeviceId(id), Name = name, OwnerId = new PersonId(owner), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = house.Time.GetUtcNow(),
    };

    public Task<ActionAnswer> PressAsync(string step, string? device = null, int number = 1, string by = House.ItManager) =>
        house.Get<ActionService>().AskAsync(CaseId, step, device is null ? null : new DeviceId(device), number, House.Person(by), default);

    /// <summary>Presses, and gives what the workflow was started with.</summary>
    public async Task<ActionRequest> PressedAsync(string step, string? device = null, int number = 1, string by = House.ItManager)
    {
        var answer = await PressAsync(step, device, number, by);
        return house.Workflows.Started[answer.CaseId.ShouldNotBeNull(answer.WhyNot)].ShouldBeOfType<ActionRequest>();
    }

    /// <summary>Runs it; an approval that is asked for is decided by a person, or by nobody.</summary>
    public async Task<ActionWorkflow.Result> RunAsync(ActionRequest request, bool? approve = null, string by = House.SecurityApprover, Action? meanwhile = null, Func<string, bool>? diesAfter = null)
    {
        var context = house.Context(request.CaseId);
        context.DiesAfter = diesAfter ?? context.DiesAfter;
        context.OnWait = async _ =>
        {
            if (approve is not { } yes || await house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is not { } gate)
                return false;
            meanwhile?.Invoke();
            return (await house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, yes, House.Person(by), null, default)).Kind == DecisionKind.Recorded;
        };
        return await new ActionWorkflow().RunAsync(context, request);
    }

    public async Task<CaseRecord> RecordAsync(string? caseId = null) => (await house.Get<CaseStore>().FindAsync(new CaseId(caseId ?? CaseId), default)).ShouldNotBeNull();

    public IEnumerable<string> Effects() => house.Trace.Where(static line => line.StartsWith("effect ", StringComparison.Ordinal));
}

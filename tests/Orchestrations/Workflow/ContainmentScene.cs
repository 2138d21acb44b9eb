using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Containment;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>A person whose account or device is in wrong hands, and what the house did about it.</summary>
public abstract class ContainmentScene : IDisposable
{
    protected static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    protected const string Compromised = "My account was hacked: strangers write from my mailbox and there are sign-ins from abroad.";

    private House _house = new();

    public void Dispose()
    {
        _house.Dispose();
        GC.SuppressFinalize(this);
    }

    protected House House => _house;

    protected MemoryRecordStore Memory { get; private set; } = new();

    protected ApprovalRequest? Approval { get; private set; }

    protected static void Replace(IServiceCollection services, ContainmentRules rules)
    {
        var before = services.Last(service => service.ServiceType == typeof(PolicySet));
        services.Remove(before);
        services.AddSingleton(provider => ((PolicySet)(before.ImplementationInstance ?? before.ImplementationFactory!(provider))) with { Containment = rules });
    }

    protected void Restart(Action<IServiceCollection> configure)
    {
        _house.Dispose();
        Memory = new MemoryRecordStore();
        _house = new House(configure);
    }

    protected void Own(string id, string system, string model) => House.Directory.Devices[id] = new Device
    {
        Id = new DeviceId(id), Name = $"LON-{id}", OwnerId = new PersonId(Harness.House.Requester), OperatingSystem = system, Model = model, IsCompanyOwned = true, IsCompliant = true, SerialNumber = $"SERIAL{id}9", LastSyncAt = House.Time.GetUtcNow(),
    };

    protected void Ticket(string intent, string text, string? device = null, double confidence = 0.97)
    {
        House.Model.Answer = _ => new TriageAnswer(intent, confidence, DeviceHint: device);
        House.Tickets.Write("A problem", text, $"{Harness.House.Requester}@contoso.example");
    }

    protected List<string> Effects() => [.. House.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal))];

    protected void Order(params string[] lines)
    {
        var places = lines.Select(line => House.Trace.IndexOf(line)).ToList();
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBe(places.Order());
    }

    protected async Task<CaseRecord> RecordAsync() => (await House.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();

    protected InlineContext Deciding(bool approve)
    {
        var context = House.Context(CaseId);
        context.OnWait = async _ =>
        {
            Approval ??= await House.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync();
            return Approval is { } gate
                && (await House.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, approve, Harness.House.Person(Harness.House.SecurityApprover), null, default)).Kind == DecisionKind.Recorded;
        };
        return context;
    }
}

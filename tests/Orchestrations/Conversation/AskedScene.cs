using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Conversation;

/// <summary>A house that asks as the shipped policy says, and a requester with two laptops and a phone.</summary>
internal sealed class AskedScene : IDisposable
{
    public static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    public const string First = "LON-LT-1101", Second = "LON-LT-2202", Phone = "Rita-Phone";

    private int _deliveries;
    private int _comments;

    public AskedScene(Func<PolicySet, PolicySet>? policy = null) =>
        House = new House(services => services.AddSingleton(provider => (policy ?? (static set => set))(provider.GetRequiredService<Rulebook>().Policy)));

    public House House { get; }

    /// <summary>Event names for which the workflow waited.</summary>
    public List<string> Waits { get; private set; } = [];

    public void Dispose() => House.Dispose();

    /// <summary>A ticket about one of several devices, which does not say which.</summary>
    public void WriteSync()
    {
        House.Directory.People[House.Requester] = House.Directory.People[House.Requester] with { Language = "en" };
        Own(First, "ThinkPad X1", "Windows");
        Own(Second, "Latitude 5440", "Windows");
        Own(Phone, "iPhone 15", "iOS");
        House.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        House.Tickets.Write("A problem", "My device does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
    }

    public void Own(string name, string model, string system) => House.Directory.Devices[name] = new Device
    {
        Id = new DeviceId(name), Name = name, OwnerId = new PersonId(House.Requester), OperatingSystem = system, Model = model, IsCompanyOwned = true, LastSyncAt = House.Time.GetUtcNow(),
    };

    /// <summary>Runs the ticket; at each wait the next of the acts happens, then nothing.</summary>
    public async Task<TicketWorkflow.Result> RunAsync(params Func<Task>[] acts)
    {
        var context = House.Context(CaseId);
        var at = 0;
        context.OnWait = async _ =>
        {
            if (at >= acts.Length)
                return false;
            House.Time.Advance(TimeSpan.FromMinutes(5));
            await acts[at++]();
            return true;
        };
        var result = await House.RunAsync(context);
        Waits = context.Waits;
        return result;
    }

    /// <summary>The requester replies in the ticket, and its system sends the webhook.</summary>
    public async Task ReplyAsync(string text, bool webhook = true, string author = "u1")
    {
        House.Tickets.Comment(text, author, $"c{++_comments}");
        if (webhook)
            await ChangedAsync();
    }

    public Task<ReadTicketChange.Result> ChangedAsync() =>
        new TicketChangedWorkflow().RunAsync(House.Context($"{CaseId}-change-{++_deliveries}"), new TicketChangedWorkflow.Input(House.Tickets.Ticket!.Reference));

    public async Task<CaseRecord> RecordAsync() => (await House.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();

    public async Task<AskedQuestion> QuestionAsync(int number = 1) => (await House.Get<QuestionStore>().FindAsync(CaseId, number, default)).ShouldNotBeNull();
}

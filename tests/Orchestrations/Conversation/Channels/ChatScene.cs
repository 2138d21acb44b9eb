using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.RemoteSessions;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Conversation.Channels;

/// <summary>The product with a chat, and people who write there.</summary>
internal sealed class ChatScene : IDisposable
{
    private int _messages;

    public ChatScene()
    {
        House = new House(services => services.AddSingleton<IConversationChannel>(Chat).AddSingleton<IConversationChannel>(Mail).AddSingleton<IRemoteSupport>(Remote)
            .AddSingleton(provider => provider.GetRequiredService<Rulebook>().Policy));
        House.Directory.People[House.Requester] = House.Directory.People[House.Requester] with { Language = "en" };
    }

    public FakeChat Chat { get; } = new();

    public FakeChat Mail { get; } = new("mail") { IsProactive = false };

    public FakeRemoteTool Remote { get; } = new("viewer", "Viewer");

    public House House { get; }

    public void Dispose() => House.Dispose();

    /// <summary>A message as a proven chat gives it.</summary>
    public ChannelMessage Message(string text, string person = House.Requester) =>
        new("chat", $"id{++_messages}", $"chat-of-{person}", new ChannelSender(SenderProof.Account, new PersonId(person), null, "As shown"), text, House.Time.GetUtcNow());

    /// <summary>A mail.</summary>
    public ChannelMessage Letter(string subject, string text, string address, SenderProof proof = SenderProof.Address) =>
        new("mail", $"id{++_messages}", $"thread-of-{address}", new ChannelSender(proof, null, address, "As written"), text, House.Time.GetUtcNow()) { Subject = subject, IsThreaded = true };

    /// <summary>Sends a message and lets its workflow run.</summary>
    public async Task<ChannelMeaning> SendAsync(ChannelMessage message)
    {
        await House.Get<ChannelIntake>().AcceptAsync(message, default);
        return await RunAsync(message);
    }

    /// <summary>Runs the workflow of a message, also a second time.</summary>
    public async Task<ChannelMeaning> RunAsync(ChannelMessage message)
    {
        var key = ChannelInbox.KeyOf(message);
        return (await new ChannelMessageWorkflow().RunAsync(House.Context(ChannelMessageWorkflow.IdFor(key)), new ChannelMessageWorkflow.Input(key))).Meaning;
    }

    /// <summary>Lets the case of the newest ticket run; at each wait the next of the acts happens, then nothing.</summary>
    public async Task<CaseRecord> CaseAsync(params Func<Task>[] acts)
    {
        var reference = House.Tickets.Ticket!.Reference;
        var context = House.Context(reference.CaseId);
        var at = 0;
        context.OnWait = async _ =>
        {
            if (at >= acts.Length)
                return false;
            House.Time.Advance(TimeSpan.FromMinutes(5));
            await acts[at++]();
            return true;
        };
        await House.RunAsync(context);
        return await RecordAsync();
    }

    /// <summary>A requester with two laptops writes of a problem with one, on the chat.</summary>
    public async Task OpenSyncAsync(string person = House.Requester)
    {
        foreach (var name in new[] { "LON-LT-1101", "LON-LT-2202" })
            House.Directory.Devices[name] = new Device { Id = new DeviceId(name), Name = name, OwnerId = new PersonId(person), OperatingSystem = "Windows", Model = "ThinkPad X1", IsCompanyOwned = true, LastSyncAt = House.Time.GetUtcNow() };
        House.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        (await SendAsync(Message("My device does not sync with Intune since this morning, its settings and apps are missing.", person))).ShouldBe(ChannelMeaning.NewTicket);
    }

    public async Task<CaseRecord> RecordAsync() => (await House.Get<CaseStore>().FindAsync(House.Tickets.Ticket!.Reference.CaseId, default))!;

    /// <summary>Presses a button of a message.</summary>
    public Task<ChannelPressed> PressAsync(ChannelButton button, string person = House.Requester) =>
        House.Get<ChannelPresses>().PressAsync(Message("", person) with { Press = button.Token }, default);
}

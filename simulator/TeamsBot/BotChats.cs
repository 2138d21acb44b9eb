using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.TeamsBot;

/// <summary>The chats of people with the bot, over restarts too.</summary>
internal sealed class BotChats(SimulatorStore store, SimulatedTenant tenant, TimeProvider time)
{
    private const string Kind = "teams-bot.message";
    private const string SwitchKind = "teams-bot.switches";
    private const string GenerationKind = "teams-bot.generation";

    /// <summary>Whom the bot cannot reach.</summary>
    public BotSwitches Switches
    {
        get => store.Get<BotSwitches>(SwitchKind, "all") ?? new BotSwitches();
        set => store.Put(SwitchKind, "all", value);
    }

    /// <summary>Messages of a person's chat, oldest first.</summary>
    public IReadOnlyList<BotMessage> Of(string personId) => [.. store.All<BotMessage>(Kind).Where(message => message.PersonId == personId).OrderBy(static message => message.Id, StringComparer.Ordinal)];

    /// <summary>People who have a chat, the newest first.</summary>
    public IReadOnlyList<SimulatedPerson> People => [.. store.All<BotMessage>(Kind).OrderByDescending(static message => message.At).Select(static message => message.PersonId).Distinct(StringComparer.Ordinal).Select(tenant.Find).OfType<SimulatedPerson>()];

    /// <summary>One message; null when there is none.</summary>
    public BotMessage? Find(string id) => store.Get<BotMessage>(Kind, id);

    /// <summary>A person by object id, mail address or user principal name.</summary>
    public SimulatedPerson? Person(string? name) => name is null ? null : tenant.Find(name) ?? tenant.FindByMail(name);

    /// <summary>Id of a person's chat.</summary>
    public string ConversationOf(SimulatedPerson person) => $"a:1{Hash($"{person.Id}/{store.Get<string>(GenerationKind, person.Id) ?? ""}")}";

    /// <summary>The person's other chat, after they cleared the one they had.</summary>
    public void Clear(SimulatedPerson person) => store.Put(GenerationKind, person.Id, Guid.NewGuid().ToString("N"));

    /// <summary>The person of a chat; null when there is no such chat.</summary>
    public SimulatedPerson? OfConversation(string conversationId) => tenant.People.FirstOrDefault(person => ConversationOf(person) == conversationId);

    /// <summary>Id of a person as the bot sees it.</summary>
    public static string MemberOf(SimulatedPerson person) => $"29:{Hash(person.Id)}";

    /// <summary>True when a person is named.</summary>
    public static bool Names(IReadOnlyList<string> names, SimulatedPerson person) =>
        names.Contains(person.Id, StringComparer.OrdinalIgnoreCase) || names.Contains(person.UserPrincipalName, StringComparer.OrdinalIgnoreCase) || names.Contains(person.Mail, StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps a message under a new id.</summary>
    public BotMessage Add(SimulatedPerson person, bool isFromBot, string text, JsonElement? card) => store.Together(() =>
    {
        var id = (1_700_000_000_000 + store.Count<BotMessage>(Kind)).ToString(CultureInfo.InvariantCulture);
        var message = new BotMessage(id, person.Id, time.GetUtcNow(), isFromBot, text, card);
        store.Put(Kind, id, message);
        return message;
    });

    /// <summary>Replaces the card of a message.</summary>
    public BotMessage? Edit(string id, string text, JsonElement? card) =>
        store.Update<BotMessage>(Kind, id, before => before with { Text = text, Card = card, Edits = before.Edits + 1 });

    /// <summary>Deletes a message.</summary>
    public bool Remove(string id) => store.Remove<BotMessage>(Kind, id);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

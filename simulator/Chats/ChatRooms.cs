using System.Globalization;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Chats;

/// <summary>The direct conversations of one simulated chat system.</summary>
internal sealed class ChatRooms(string system, SimulatorStore store, TimeProvider time)
{
    private readonly string _kind = $"chat.{system}";
    private readonly Lock _writing = new();

    /// <summary>The chat system.</summary>
    public string System => system;

    /// <summary>All messages, oldest first.</summary>
    public IReadOnlyList<ChatMessage> All => [.. store.All<ChatMessage>(_kind).OrderBy(static message => message.Id, StringComparer.Ordinal)];

    /// <summary>The messages with one person, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Of(string personId) => [.. All.Where(message => message.PersonId == personId)];

    /// <summary>A message.</summary>
    public ChatMessage? Find(string id) => store.Get<ChatMessage>(_kind, id);

    /// <summary>Adds a message.</summary>
    public ChatMessage Add(SimulatedPerson person, bool isFromBot, string text, IReadOnlyList<ChatButton> buttons, string? link = null)
    {
        lock (_writing)
        {
            var id = (store.Count<ChatMessage>(_kind) + 1).ToString("00000000", CultureInfo.InvariantCulture);
            var message = new ChatMessage(id, person.Id, isFromBot, text, buttons, time.GetUtcNow()) { Link = link };
            store.Put(_kind, id, message);
            return message;
        }
    }

    /// <summary>Changes a message of the bot; null when there is no such message.</summary>
    public ChatMessage? Edit(string id, string text, IReadOnlyList<ChatButton> buttons, string? link) =>
        store.Update<ChatMessage>(_kind, id, before => before with { Text = text, Buttons = buttons, Link = link ?? before.Link, IsEdited = true });
}

using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Chats;

/// <summary>People who write and press in any of the simulated chat systems: for the pages and for tests.</summary>
internal sealed class ChatActions(SimulatedSlack slack, SimulatedMattermost mattermost, ChatPeople people)
{
    /// <summary>The conversations of a system; null when there is no such system.</summary>
    public ChatRooms? Rooms(string system) => system switch { "slack" => slack.Rooms, "mattermost" => mattermost.Rooms, _ => null };

    /// <summary>A person by object id or address.</summary>
    public SimulatedPerson? Person(string? name) => people.Find(name);

    /// <summary>Writes or presses; null when there is no such system, message or button.</summary>
    public async Task<(int Status, string Body)?> SayAsync(string system, SimulatedPerson person, SaidInChat said, CancellationToken cancellation)
    {
        if (Rooms(system) is not { } rooms)
            return null;
        if (said.Text is { Length: > 0 } text)
            return system == "slack" ? await slack.SayAsync(person, text, cancellation) : await mattermost.SayAsync(person, text, cancellation);
        if (said.MessageId is null || rooms.Find(said.MessageId) is not { } message || message.Buttons.FirstOrDefault(button => button.Title == said.Button) is not { } pressed)
            return null;
        return system == "slack" ? await slack.PressAsync(person, message, pressed, cancellation) : await mattermost.PressAsync(person, message, pressed, cancellation);
    }
}

using System.Text.Json;

namespace HelpDesk.Simulator.TeamsBot;

/// <summary>A message in the chat of a person with the bot.</summary>
/// <param name="Id">Id of its activity.</param>
/// <param name="PersonId">Object id of the person.</param>
/// <param name="At">UTC.</param>
/// <param name="IsFromBot">True for a message of the bot.</param>
/// <param name="Text">What the person wrote; the texts of a card, one per line.</param>
/// <param name="Card">The card as it is now; null when it has none.</param>
/// <param name="Edits">How often it was changed.</param>
internal sealed record BotMessage(string Id, string PersonId, DateTimeOffset At, bool IsFromBot, string Text, JsonElement? Card, int Edits = 0);

/// <summary>A button of a card.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Data">What comes back.</param>
internal sealed record BotButton(string Title, JsonElement Data);

/// <summary>What was done with a message that a person wrote or a button that they pressed.</summary>
/// <param name="Status">HTTP status of the product; 0 when it did not answer.</param>
/// <param name="Id">Id of the activity.</param>
/// <param name="Answer">What a person sees as the answer to a button; null when the card changed or nothing is said.</param>
internal sealed record BotSent(int Status, string Id, string? Answer = null);

/// <summary>A call to the bot that is not sent yet.</summary>
/// <param name="Authorization">The header that proves it, for an hour.</param>
/// <param name="Activity">The body.</param>
internal sealed record BotCall(string Authorization, System.Text.Json.Nodes.JsonObject Activity);

/// <summary>Whom the bot cannot reach (<c>PUT /simulator/teams-bot/switches</c>): object ids or mail addresses. All empty by default.</summary>
internal sealed record BotSwitches
{
    /// <summary>The app is not installed.</summary>
    public IReadOnlyList<string> NotInstalled { get; init; } = [];

    /// <summary>They blocked the bot.</summary>
    public IReadOnlyList<string> Blocked { get; init; } = [];

    /// <summary>Their chat was cleared: its id is not known any more, once; a new one is begun.</summary>
    public IReadOnlyList<string> Cleared { get; init; } = [];
}

using System.Text.Json;

namespace HelpDesk.Simulator.Teams;

/// <summary>A message that simulated Teams has taken.</summary>
/// <param name="Id">Grows.</param>
/// <param name="At">UTC.</param>
/// <param name="Title">The texts of the card, first line.</param>
/// <param name="Lines">All texts of the card, one per block.</param>
/// <param name="Url">Where its first button leads.</param>
/// <param name="Json">The raw message.</param>
internal sealed record TeamsMessage(string Id, DateTimeOffset At, string Title, IReadOnlyList<string> Lines, string? Url, JsonElement Json);

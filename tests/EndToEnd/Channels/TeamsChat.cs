using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Channels;

/// <summary>The chat of a person with the Teams bot, as they see it.</summary>
internal sealed class TeamsChat(HelpDeskClient client, SimulatedPerson person)
{
    /// <summary>Writes a message.</summary>
    /// <returns>Id of its activity.</returns>
    public async Task<string> WriteAsync(string text)
    {
        var sent = await ActAsync("messages", new { text });
        sent.GetProperty("status").GetInt32().ShouldBe(200);
        return sent.GetProperty("id").GetString()!;
    }

    /// <summary>The same activity once more.</summary>
    public async Task RepeatAsync(string id) => (await ActAsync($"repeat/{id}", new { })).GetProperty("status").GetInt32().ShouldBe(200);

    /// <summary>Adds the app.</summary>
    public Task InstallAsync() => ActAsync("install", new { });

    /// <summary>Presses a button of a message, also of somebody else's.</summary>
    /// <returns>What is said as the answer; null when the card changed.</returns>
    public async Task<string?> PressAsync(ShownMessage message, ShownButton button, string trigger = "manual", bool isSubmit = false, string? words = null, Dictionary<string, string>? fields = null)
    {
        var sent = await ActAsync("press", new { message = message.Id, data = button.Data, trigger, isSubmit, words, fields });
        sent.GetProperty("status").GetInt32().ShouldBe(200);
        return sent.GetProperty("answer").GetString();
    }

    /// <summary>All messages, oldest first.</summary>
    public async Task<List<ShownMessage>> MessagesAsync() =>
        (await client.Simulator.GetFromJsonAsync<List<ShownMessage>>($"/simulator/teams-bot/{person.Id}"))!;

    /// <summary>Messages of the bot.</summary>
    public async Task<List<ShownMessage>> OfBotAsync() => [.. (await MessagesAsync()).Where(message => message.IsFromBot)];

    /// <summary>Waits for a message of the bot.</summary>
    public async Task<ShownMessage> UntilAsync(Func<ShownMessage, bool> wanted, string what) =>
        (await Eventually.Get(async () => (await OfBotAsync()).LastOrDefault(wanted), static _ => true, what));

    private async Task<JsonElement> ActAsync(string what, object body)
    {
        using var response = await client.Simulator.PostAsJsonAsync($"/simulator/teams-bot/{person.Id}/{what}", body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}

/// <summary>A message of a chat.</summary>
public sealed record ShownMessage(string Id, bool IsFromBot, string Text, int Edits, IReadOnlyList<ShownButton> Buttons, string? Url, string? Input = null);

/// <summary>A button of a card.</summary>
public sealed record ShownButton(string Title, JsonElement Data);

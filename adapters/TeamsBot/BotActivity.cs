using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>An activity that the Bot Framework sent: what its envelope says. Untrusted until its call is proven.</summary>
internal sealed class BotActivity(JsonElement root, DateTimeOffset receivedAt)
{
    private const int LongestId = 380;
    private const int LongestThread = 900;
    private const int LongestWords = 2_000;

    private static readonly Dictionary<string, string> NoFields = [];

    /// <summary><c>message</c>, <c>invoke</c> and others.</summary>
    public string Type => root.Text("type");

    /// <summary>Of an invoke: <c>adaptiveCard/action</c>.</summary>
    public string Name => root.Text("name");

    /// <summary><c>msteams</c>.</summary>
    public string? ChannelId => root.TextOrNull("channelId");

    /// <summary>Where answers go.</summary>
    public string? ServiceUrl => root.TextOrNull("serviceUrl");

    /// <summary>Id of the conversation; null when it has none that could be used.</summary>
    public string? ConversationId => Conversation?.TextOrNull("id") is { Length: <= LongestThread } id ? id : null;

    /// <summary>True for the chat of one person with the bot: what is written elsewhere is read by others too.</summary>
    public bool IsPersonal => Conversation?.Text("conversationType") is "personal";

    /// <summary>Entra object id of who sent it; null when it is no account.</summary>
    public PersonId? PersonId => Guid.TryParse(root.Member("from")?.Text("aadObjectId"), out var id) ? new PersonId(id.ToString()) : null;

    /// <summary>Ids of the tenants that it names; all must be ours.</summary>
    public IEnumerable<string> Tenants => new[] { Conversation?.TextOrNull("tenantId"), root.Member("channelData")?.Member("tenant")?.TextOrNull("id") }.OfType<string>();

    /// <summary>True when the app was added for this person.</summary>
    public bool IsArrival => Type == "installationUpdate"
        ? root.Text("action") is "add" or "add-upgrade"
        : Type == "conversationUpdate" && root.Member("recipient")?.TextOrNull("id") is { } bot && root.Items("membersAdded").Any(member => member.Text("id") == bot);

    /// <summary>Token of a button; null when none was pressed.</summary>
    public string? Press => Data?.TextOrNull(BotCard.Token);

    /// <summary>What was written beside the button; empty when nothing was.</summary>
    public string Words => Cut(Data?.Text(BotCard.Words) ?? "", LongestWords);

    /// <summary>What was filled in beside the button, by field; no more of it than is ever asked for.</summary>
    public IReadOnlyDictionary<string, string> Fields => Data is not { ValueKind: JsonValueKind.Object } data ? NoFields : data.EnumerateObject()
        .Where(static one => one.Value.ValueKind == JsonValueKind.String && one.Name is not (BotCard.Token or BotCard.Words))
        .Take(ChannelMessage.MostFields).DistinctBy(static one => one.Name, StringComparer.Ordinal)
        .ToDictionary(static one => one.Name, static one => Cut(one.Value.GetString()!, ChannelMessage.LongestField), StringComparer.Ordinal);

    /// <summary>True when a person pressed; an automatic refresh of a card is nobody's decision.</summary>
    public bool IsManual => Type != "invoke" || root.Member("value")?.Text("trigger") is "manual" or "";

    /// <summary>The message that it is.</summary>
    /// <param name="what">What makes it one; the activity's own id when null.</param>
    public ChannelMessage Message(string? what = null) => new(
        TeamsBotApi.System, IdOf(what ?? root.Text("id")), ConversationId!, new ChannelSender(SenderProof.Account, PersonId, null, OutgoingText.Clean(root.Member("from")?.Text("name") ?? "", 100)), "", SentAt);

    /// <summary>Files and pictures that came with it; the text's own copy as HTML is none.</summary>
    public IReadOnlyList<ChannelFile> Files =>
    [
        .. root.Items("attachments").Where(static file => file.Text("contentType") is { Length: > 0 } type && type != "text/html" && !type.StartsWith("application/vnd.microsoft.card", StringComparison.Ordinal))
            .Take(ChannelFile.Most).Select(static file => new ChannelFile(OutgoingText.Clean(file.TextOrNull("name") ?? file.Text("contentType"), ChannelFile.LongestName))),
    ];

    /// <summary>The text that a person wrote.</summary>
    public string Text => BotText.Of(root);

    private JsonElement? Data => Type == "invoke" ? root.Member("value")?.Member("action")?.Member("data") : root.Member("value");

    private JsonElement? Conversation => root.Member("conversation");

    private DateTimeOffset SentAt =>
        DateTimeOffset.TryParse(root.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at <= receivedAt ? at : receivedAt;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private string IdOf(string own)
    {
        var id = $"{ConversationId}|{own}";
        return id.Length <= LongestId ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }
}

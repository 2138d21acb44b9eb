using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Mattermost;

/// <summary>
/// Mattermost as a channel of conversations: direct messages of the bot, with buttons; people write by the slash command. Nothing that the server sends is
/// signed, so a button carries our own token, and who a user is comes from the server's own record, read by the bot (contract: conversation, 4).
/// </summary>
internal sealed class MattermostChannel(MattermostApi api, IDirectory directory, IOptions<MattermostOptions> options, IOptions<HelpDeskOptions> product) : IConversationChannel
{
    private const int LongestPost = 12_000;
    private const int LongestButton = 60;

    // The directory owns the address of such accounts; of others the server must have checked it.
    private static readonly string[] OwnedByDirectory = ["office365", "saml", "ldap", "openid"];

    private string? _botId;

    public string Name => MattermostApi.System;

    public string Title => "Mattermost";

    public bool IsProactive => options.Value.Proactive;

    public async Task<ChannelSender> SenderAsync(ChannelMessage message, CancellationToken cancellation)
    {
        var unproven = new ChannelSender(SenderProof.None, null, null, "a Mattermost account") { AccountId = message.Sender.AccountId };
        if (await api.CallAsync(HttpMethod.Get, $"users/{Uri.EscapeDataString(message.Sender.AccountId!)}", null, cancellation) is not { } user)
            return unproven;
        var isLive = (!user.TryGetProperty("delete_at", out var deleted) || deleted.ValueKind != JsonValueKind.Number || deleted.GetInt64() == 0)
            && !(user.TryGetProperty("is_bot", out var bot) && bot.ValueKind == JsonValueKind.True) && Text(user, "roles")?.Contains("guest", StringComparison.Ordinal) != true;
        var isOwned = OwnedByDirectory.Contains(Text(user, "auth_service")) || (user.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True);
        return isLive && isOwned && Text(user, "email") is { Length: > 0 } mail ? unproven with { Proof = SenderProof.Address, Address = mail, Name = Text(user, "username") ?? unproven.Name } : unproven;
    }

    public async Task<ChannelPosted?> PostAsync(ChannelPost post, CancellationToken cancellation)
    {
        if (await PlaceAsync(post, cancellation) is not { } channel)
            return null;
        var body = Message(post, null);
        body["channel_id"] = channel;
        var answer = await api.CallAsync(HttpMethod.Post, "posts", body, cancellation);
        return answer is { } posted ? new ChannelPosted(post.Thread ?? $"u/{await UserOfAsync(post, cancellation)}", Text(posted, "id")) : null;
    }

    public async Task CloseAsync(ChannelPosted posted, ChannelPost post, string result, CancellationToken cancellation)
    {
        if (posted.MessageId is { } id)
            await api.CallAsync(HttpMethod.Put, $"posts/{Uri.EscapeDataString(id)}/patch", Message(post with { Buttons = [] }, result), cancellation);
    }

    // A thread is the user: the bot answers in the direct channel of the two, wherever the command was written.
    private async Task<string?> PlaceAsync(ChannelPost post, CancellationToken cancellation)
    {
        if (await UserOfAsync(post, cancellation) is not { } user)
            return null;
        _botId ??= await api.CallAsync(HttpMethod.Get, "users/me", null, cancellation) is { } me ? Text(me, "id") : null;
        return await api.CallAsync(HttpMethod.Post, "channels/direct", new JsonArray(_botId, user), cancellation) is { } channel ? Text(channel, "id") : null;
    }

    private async Task<string?> UserOfAsync(ChannelPost post, CancellationToken cancellation)
    {
        if (post.Thread is { } thread)
            return thread[2..];
        if (post.PersonId is not { } id || await directory.GetPersonAsync(id, cancellation) is not { Mail: { Length: > 0 } mail })
            return null;
        return await api.CallAsync(HttpMethod.Get, $"users/email/{Uri.EscapeDataString(mail)}", null, cancellation) is { } user ? Text(user, "id") : null;
    }

    private JsonObject Message(ChannelPost post, string? result)
    {
        var text = $"{(post.Heading is { } heading ? $"**{MattermostText.Quiet(heading)}**\n\n" : "")}{MattermostText.Quiet(post.Text)}{(result is null ? "" : $"\n\n**{MattermostText.Quiet(result)}**")}{(post.Page is { } page ? $"\n\n{string.Join("  ", post.Links.Prepend(page).Select(static link => $"[{link.Title}]({link.Address})"))}" : "")}";
        var attachment = new JsonObject
        {
            ["fallback"] = "HelpDesk",
            ["actions"] = new JsonArray([.. post.Buttons.Select((button, place) => (JsonNode)new JsonObject
            {
                ["id"] = $"helpdesk{place}", ["name"] = OutgoingText.Clean(button.Title, LongestButton), ["type"] = "button",
                ["integration"] = new JsonObject { ["url"] = new Uri(Base, $"api/webhooks/{Name}").ToString(), ["context"] = new JsonObject { ["token"] = button.Token } },
            })]),
        };
        return new JsonObject
        {
            ["message"] = OutgoingText.Clean(text, LongestPost),
            ["props"] = new JsonObject { ["attachments"] = post.Buttons.Count > 0 ? new JsonArray(attachment) : new JsonArray() },
        };
    }

    private Uri Base => options.Value.CallbackUrl is { Length: > 0 } callback ? Endpoint.Base(callback) : product.Value.PublicUrl!;

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Text as Mattermost takes it: nothing in it calls people together.</summary>
internal static class MattermostText
{
    /// <summary>With a zero-width space behind every at sign, so that no one is mentioned.</summary>
    public static string Quiet(string text) => text.Replace("@", "@\u200B", StringComparison.Ordinal);
}

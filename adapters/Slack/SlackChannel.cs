using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Slack;

/// <summary>
/// Slack as a channel of conversations: direct messages of the bot, with buttons. A Slack account is tied to a person by the confirmed mail address of the
/// workspace's own record, which proves no person (contract: conversation, 3).
/// </summary>
internal sealed class SlackChannel(SlackApi api, IDirectory directory, IOptions<SlackOptions> options) : IConversationChannel
{
    // Limits of Block Kit: characters of a section, of a button, and buttons of one block.
    private const int LongestSection = 3_000;
    private const int LongestButton = 75;
    private const int MostButtons = 25;

    // Who cannot be reached here at all; another call ends the same way.
    private static readonly string[] Unreachable = ["users_not_found", "user_not_found", "user_disabled", "channel_not_found", "is_archived", "cannot_dm_bot", "messages_tab_disabled"];

    public string Name => SlackApi.System;

    public string Title => "Slack";

    public bool IsProactive => options.Value.Proactive;

    public async Task<ChannelSender> SenderAsync(ChannelMessage message, CancellationToken cancellation)
    {
        var unproven = new ChannelSender(SenderProof.None, null, null, "a Slack account") { AccountId = message.Sender.AccountId };
        JsonElement user;
        try
        {
            user = (await api.CallAsync("users.info", null, $"user={Uri.EscapeDataString(message.Sender.AccountId!)}", cancellation)).GetProperty("user");
        }
        catch (VendorException fault) when (Unreachable.Contains(fault.Code))
        {
            return unproven;
        }

        var isMember = Text(user, "team_id") == options.Value.TeamId
            && !Is(user, "deleted") && !Is(user, "is_bot") && !Is(user, "is_restricted") && !Is(user, "is_ultra_restricted") && Is(user, "is_email_confirmed");
        var mail = user.TryGetProperty("profile", out var profile) ? Text(profile, "email") : null;
        return isMember && mail is { Length: > 0 }
            ? unproven with { Proof = SenderProof.Address, Address = mail, Name = Text(user, "name") ?? unproven.Name }
            : unproven;
    }

    public async Task<ChannelPosted?> PostAsync(ChannelPost post, CancellationToken cancellation)
    {
        try
        {
            if (await PlaceAsync(post, cancellation) is not var (channel, thread))
                return null;
            var message = Message(post, channel, null);
            if (thread is not null)
                message["thread_ts"] = thread;
            var answer = await api.CallAsync("chat.postMessage", message, "", cancellation);
            return new ChannelPosted(SlackThread.Write(Text(answer, "channel") ?? channel, thread), Text(answer, "ts"));
        }
        catch (VendorException fault) when (Unreachable.Contains(fault.Code))
        {
            return null;
        }
    }

    public async Task CloseAsync(ChannelPosted posted, ChannelPost post, string result, CancellationToken cancellation)
    {
        if (posted.MessageId is not { } ts)
            return;
        var (channel, _) = SlackThread.Read(posted.Thread);
        var message = Message(post with { Buttons = [] }, channel, result);
        message["ts"] = ts;
        try
        {
            await api.CallAsync("chat.update", message, "", cancellation);
        }
        catch (VendorException fault) when (fault.Code is "message_not_found" or "cant_update_message" or "edit_window_closed" or "channel_not_found")
        {
            // Deleted by somebody, or too old: its buttons answer that they are over.
        }
    }

    private async Task<(string Channel, string? Thread)?> PlaceAsync(ChannelPost post, CancellationToken cancellation)
    {
        if (post.Thread is { } given)
            return SlackThread.Read(given);
        if (post.PersonId is not { } id || await directory.GetPersonAsync(id, cancellation) is not { Mail: { Length: > 0 } mail })
            return null;
        var found = await api.CallAsync("users.lookupByEmail", null, $"email={Uri.EscapeDataString(mail)}", cancellation);
        return Text(found.GetProperty("user"), "id") is { } user ? (user, null) : null;
    }

    private static JsonObject Message(ChannelPost post, string channel, string? result)
    {
        var blocks = new JsonArray();
        if (post.Heading is { } heading)
            blocks.Add(Section($"*{SlackText.Escape(heading)}*"));
        foreach (var part in SlackText.Parts(post.Text, LongestSection))
            blocks.Add(Section(part));
        if (post.Buttons.Count > 0)
        {
            blocks.Add(new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray([.. post.Buttons.Take(MostButtons).Select((button, place) => (JsonNode)new JsonObject
                {
                    ["type"] = "button", ["action_id"] = $"helpdesk-{place}", ["value"] = button.Token,
                    ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = OutgoingText.Clean(button.Title, LongestButton) },
                })]),
            });
        }

        if (result is not null)
            blocks.Add(Section($"*{SlackText.Escape(result)}*"));
        if (post.Page is { } page)
            blocks.Add(Section(string.Join("  ", post.Links.Prepend(page).Select(static link => $"<{link.Address}|{SlackText.Escape(link.Title)}>"))));
        return new JsonObject { ["channel"] = channel, ["text"] = SlackText.Escape(OutgoingText.Clean(post.Text, LongestSection)), ["blocks"] = blocks, ["unfurl_links"] = false, ["unfurl_media"] = false };
    }

    private static JsonObject Section(string markdown) => new() { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = markdown } };

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Is(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}

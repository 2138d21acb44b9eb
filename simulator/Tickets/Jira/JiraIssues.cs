using System.Globalization;
using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>The issues and comments, and what is sent when they change.</summary>
internal sealed class JiraIssues(SimulatorStore store, JiraWebhook webhook, WebhookSender sender, EffectLog effects, TimeProvider time)
{
    private const string Kind = "jira.issue";
    private const string CommentKind = "jira.comment";
    private const int FirstId = 10_423;
    private const int FirstNumber = 217;

    /// <summary>All issues, oldest first.</summary>
    public IEnumerable<JiraIssue> All => store.All<JiraIssue>(Kind).OrderBy(static issue => issue.Created).ThenBy(static issue => issue.Id, StringComparer.Ordinal);

    /// <summary>By id or key; null when there is none.</summary>
    public JiraIssue? Find(string idOrKey) =>
        store.Get<JiraIssue>(Kind, idOrKey) ?? ByNumber(idOrKey) ?? store.All<JiraIssue>(Kind).FirstOrDefault(issue => issue.Key == idOrKey);

    /// <summary>Comments of an issue, oldest first.</summary>
    public IReadOnlyList<JiraComment> Comments(JiraIssue issue) =>
        [.. store.All<JiraComment>(CommentKind).Where(comment => comment.IssueId == issue.Id).OrderBy(static comment => comment.Created).ThenBy(static comment => comment.Id, StringComparer.Ordinal)];

    /// <summary>A new request.</summary>
    /// <param name="summary">One line.</param>
    /// <param name="description">Wiki text.</param>
    /// <param name="reporterId">Who asks.</param>
    /// <param name="creatorId">Who files it.</param>
    /// <param name="shape">What is sent: <c>event</c>, <c>automation-jira</c> or <c>automation</c>.</param>
    /// <param name="channel">How it came; null when nobody says.</param>
    public JiraIssue Create(string summary, string description, string reporterId, string creatorId, string shape = "event", string? channel = null)
    {
        var issue = store.Together(() =>
        {
            var count = store.Count<JiraIssue>(Kind);
            var now = time.GetUtcNow();
            var added = new JiraIssue(
                (FirstId + count).ToString(CultureInfo.InvariantCulture), $"{SimulatedIntegration.JiraProject}-{FirstNumber + count}", summary, description, JiraStatus.Waiting.Id, reporterId, creatorId, now, now, Channel: channel);
            store.Put(Kind, added.Id, added);
            Tell("open", added.Id, creatorId);
            return added;
        });

        sender.Send(shape == "event" ? webhook.Issue("jira:issue_created", issue, creatorId) : webhook.Automation(issue, isBare: shape == "automation"));
        return issue;
    }

    /// <summary>Keeps an issue as it is and tells nobody.</summary>
    public void Keep(JiraIssue issue) => store.Put(Kind, issue.Id, issue);

    /// <summary>Changes an issue.</summary>
    public JiraIssue? Update(JiraIssue issue, string accountId, Func<JiraIssue, JiraIssue> change, string eventName = "jira:issue_updated")
    {
        var after = store.Together(() =>
        {
            var changed = store.Update<JiraIssue>(Kind, issue.Id, before => change(before) with { Updated = Later(before.Updated) });
            if (changed is not null && (changed.Group != issue.Group || changed.AssigneeId != issue.AssigneeId))
                Tell("assign", issue.Id, accountId);
            if (changed?.Resolution is not null && issue.Resolution is null)
                Tell("resolve", issue.Id, accountId);
            return changed;
        });
        if (after is null)
            return null;
        sender.Send(webhook.Issue(eventName, after, accountId));
        return after;
    }

    /// <summary>Takes a transition.</summary>
    public JiraIssue? Transition(JiraIssue issue, JiraTransition transition, string? resolution, string accountId) =>
        Update(issue, accountId, before => before with { StatusId = transition.To, Resolution = transition.HasResolution ? resolution ?? "Done" : null });

    /// <summary>Adds a comment.</summary>
    public JiraComment Comment(JiraIssue issue, string text, bool isPublic, string authorId)
    {
        var (comment, after) = store.Together(() =>
        {
            var added = new JiraComment($"{20_001 + store.Count<JiraComment>(CommentKind)}", issue.Id, authorId, text, isPublic, time.GetUtcNow());
            store.Put(CommentKind, added.Id, added);
            Tell(isPublic ? "comment" : "note", issue.Id, authorId);
            return (added, store.Update<JiraIssue>(Kind, issue.Id, before => before with { Updated = Later(before.Updated) }));
        });
        sender.Send(webhook.Comment(comment, after ?? issue));
        return comment;
    }

    /// <summary>Effects of the integration account are written down, so that a test sees one that happened twice.</summary>
    private void Tell(string operation, string issueId, string accountId)
    {
        if (accountId == SimulatedIntegration.JiraAccountId)
            effects.Add("jira", operation, issueId, null);
    }

    // Ids and keys are counted together: no need to look through all of them.
    private JiraIssue? ByNumber(string key) =>
        int.TryParse(key.AsSpan(key.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && store.Get<JiraIssue>(Kind, (FirstId + number - FirstNumber).ToString(CultureInfo.InvariantCulture)) is { } issue && issue.Key == key ? issue : null;

    private DateTimeOffset Later(DateTimeOffset before) =>
        time.GetUtcNow() is var now && now > before ? now : before.AddMilliseconds(1);
}

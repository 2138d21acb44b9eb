using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>
/// Makes the snapshot of a ticket that everything later works with: plain, short, and without personal data and secrets. Redaction runs
/// over more text than is kept, so that a secret cannot hide at the edge. What cannot be checked in time is withheld, not passed on.
/// </summary>
public sealed class TicketRedactor
{
    /// <summary>Longest title, in characters. 300.</summary>
    public const int MaxTitle = 300;

    /// <summary>Longest text with comments, in characters. 6,000: about two pages.</summary>
    public const int MaxText = 6_000;

    /// <summary>What stands for a part that could not be checked.</summary>
    public const string Withheld = "[WITHHELD]";

    private const int MaxDump = 1_500;
    private const int MaxWindow = 20_000;
    private const int MaxComment = 1_500;
    private const int LeastForText = 3_500;
    private const string Between = "\n---\n";

    private readonly IReadOnlySet<string> _products;
    private readonly ILogger<TicketRedactor> _logger;
    private readonly Func<string, string> _withoutSecrets;

    /// <param name="systems">Whose names are no person's.</param>
    /// <param name="logger">Is told what is withheld.</param>
    public TicketRedactor(TicketSystemCatalogue systems, ILogger<TicketRedactor> logger)
        : this(systems, logger, SecretRedaction.Apply)
    {
    }

    /// <param name="systems">Whose names are no person's.</param>
    /// <param name="logger">Is told what is withheld.</param>
    /// <param name="withoutSecrets">The first part of the redaction; may time out.</param>
    internal TicketRedactor(TicketSystemCatalogue systems, ILogger<TicketRedactor> logger, Func<string, string> withoutSecrets) =>
        (_products, _logger, _withoutSecrets) = (systems.All.SelectMany(system => system.DisplayName.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase), logger, withoutSecrets);

    /// <summary>The snapshot of a ticket.</summary>
    public TicketSnapshot Snapshot(Ticket ticket)
    {
        var placeholders = new Placeholders();
        var redact = new Redaction(this, ticket, placeholders);
        var title = Cut(redact.Apply(ticket.Title, "title").ReplaceLineEndings(" "), MaxTitle);
        var text = redact.Apply(ticket.Text, "text");
        if (MachineTrait.Shows(new TicketText(title, text)))
            text = Cut(text, MaxDump);
        var requestHash = redact.IsWhole ? Hash(title, text) : null;
        var said = ticket.Comments.OrderBy(comment => comment.At).Select(comment => (Text: Cut(redact.Apply(comment.Text, "comment"), MaxComment), IsRequester: ticket.Requester?.Wrote(comment) == true))
            .Where(comment => comment.Text.Length > 0 && !AutomaticReply.Is(comment.Text)).ToList();
        var comments = said.ConvertAll(comment => comment.Text);

        return new TicketSnapshot
        {
            Reference = ticket.Reference,
            Title = title,
            Text = WithComments(text, comments),
            Placeholders = placeholders.Reversible,
            Version = ticket.Version,
            CreatedAt = ticket.CreatedAt,
            Url = ticket.Url,
            Requester = ticket.Requester,
            RequestHash = requestHash,
            CommentIds = [.. ticket.Comments.Select(comment => comment.Id)],
            RequesterComments = [.. said.Where(comment => comment.IsRequester).Select(comment => comment.Text)],
            IsForwarded = redact.IsForwarded(),
            Opening = ticket.Opening,
        };
    }

    /// <summary>The writer's own words of a comment, redacted: without the mail it answers to.</summary>
    public string OwnWords(Ticket ticket, TicketComment comment) =>
        Cut(new Redaction(this, ticket, new Placeholders()).Apply(comment.Text, "comment", isComment: true), MaxComment);

    /// <summary>Hash of what is asked, without comments (<see cref="TicketSnapshot.RequestHash"/>); null when it could not be redacted in time, which says nothing about a change.</summary>
    public string? HashOf(Ticket ticket)
    {
        var redact = new Redaction(this, ticket, new Placeholders());
        var title = Cut(redact.Apply(ticket.Title, "title").ReplaceLineEndings(" "), MaxTitle);
        var text = redact.Apply(ticket.Text, "text");
        return redact.IsWhole ? Hash(title, MachineTrait.Shows(new TicketText(title, text)) ? Cut(text, MaxDump) : text) : null;
    }

    private static string Hash(string title, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}")));

    private static string WithComments(string text, List<string> comments)
    {
        if (comments.Count == 0)
            return Cut(text, MaxText);
        text = Cut(text, Math.Max(LeastForText, MaxText - comments.Sum(comment => comment.Length + Between.Length)));
        var room = MaxText - text.Length;
        var newest = new List<string>();
        foreach (var comment in Enumerable.Reverse(comments))
        {
            room -= comment.Length + Between.Length;
            if (room < 0)
                break;
            newest.Insert(0, comment);
        }

        return newest.Aggregate(new StringBuilder(text), (all, comment) => all.Append(Between).Append(comment)).ToString();
    }

    // Not within a word or placeholder: what is left of one could be half a name.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOfAny([' ', '\n'], most - 1);
        return text[..(end > most / 2 ? end : 0)].TrimEnd();
    }

    private sealed class Redaction(TicketRedactor redactor, Ticket ticket, Placeholders placeholders)
    {
        /// <summary>False once a part was withheld.</summary>
        public bool IsWhole { get; private set; } = true;

        public bool IsForwarded()
        {
            try
            {
                return ForwardedMail.Is(ticket.Title, TextNormaliser.Apply(ticket.Text), ticket.Requester);
            }
            catch (RegexMatchTimeoutException)
            {
                // What could not be read in time is nobody's own request.
                redactor._logger.Withheld(ticket.Reference.CaseId, "text");
                return true;
            }
        }

        public string Apply(string? raw, string part, bool isComment = false)
        {
            try
            {
                var plain = TextNormaliser.Apply(raw);
                var text = Cut(isComment ? MailHistory.OwnWords(plain) : MailHistory.Cut(plain), MaxWindow);
                text = redactor._withoutSecrets(text);
                text = DataRedaction.Apply(text, placeholders);
                text = AddressRedaction.Apply(text, placeholders);
                text = IdRedaction.Apply(text, placeholders);
                return PeopleRedaction.Apply(text, ticket.Requester?.DisplayName, placeholders, redactor._products);
            }
            catch (RegexMatchTimeoutException)
            {
                redactor._logger.Withheld(ticket.Reference.CaseId, part);
                IsWhole = false;
                return Withheld;
            }
        }
    }
}

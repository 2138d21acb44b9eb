using System.Diagnostics;

namespace HelpDesk.Orchestrations.Foundation.Telemetry;

/// <summary>
/// A W3C trace context as one small text, <c>traceparent</c> and after a blank <c>tracestate</c> if there is one: what lies in the inbox,
/// in a workflow's start and with an approval, so that days later the same trace goes on. It comes from outside and is never trusted:
/// what is no trace context is no text.
/// </summary>
public static class TraceText
{
    /// <summary>Longest <c>tracestate</c> that is carried on, in characters; W3C asks for 512 at least.</summary>
    public const int LongestState = 512;

    private const int ParentLength = 55;

    /// <summary>The trace that runs here and is recorded by somebody; null when nobody records it.</summary>
    public static string? Current => Activity.Current is { Recorded: true } recorded ? Of(recorded) : null;

    /// <summary>The context of a span; null when it is not of the W3C form.</summary>
    public static string? Of(Activity? span) => span is { IdFormat: ActivityIdFormat.W3C, Id: { } parent } ? Join(parent, span.TraceStateString) : null;

    /// <summary>One text out of the two parts. A state that is too long or no list of keys and values is left out, as W3C allows.</summary>
    public static string? Join(string? parent, string? state) =>
        parent is null ? null : IsState(state) ? $"{parent} {state}" : parent;

    /// <summary>The state in a text, or null.</summary>
    public static string? StateOf(string? text) => text is { Length: > ParentLength + 1 } ? text[(ParentLength + 1)..] : null;

    /// <summary>The parent in a text, or null.</summary>
    public static string? ParentOf(string? text) => text is { Length: > ParentLength } ? text[..ParentLength] : text;

    /// <summary>Reads a text; false for what is no trace context.</summary>
    public static bool TryRead(string? text, out ActivityContext context)
    {
        var state = StateOf(text);
        return ActivityContext.TryParse(ParentOf(text), IsState(state) ? state : null, isRemote: true, out context);
    }

    // key=value, comma separated, printable ASCII: nothing that could be a line of a log or a tag of a page.
    private static bool IsState(string? state) =>
        state is { Length: > 2 and <= LongestState }
        && state.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '*' or '/' or '@' or '=' or ',' or ' ' or ':' or ';' or '.' or '+' or '~')
        && state.Split(',').All(static part => part.Trim() is { Length: > 2 } pair && pair.IndexOf('=', StringComparison.Ordinal) > 0);
}

using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Functions;

/// <summary>What the sources of functions/ declare. Read as text, so that the rules hold also where its packages cannot be restored.</summary>
internal static partial class FunctionSources
{
    /// <summary>The route that fits every address.</summary>
    public const string EveryAddress = "{*path}";

    /// <summary>All code of functions/.</summary>
    public static string Text { get; } = string.Join('\n', Repository.Files.Where(file => file.Room == "functions" && file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(file => file.Text));

    /// <summary>Path of every HTTP function.</summary>
    public static IReadOnlyList<string> HttpRoutes { get; } = [.. HttpFunction().Matches(Text).Select(function => function.Groups["route"].Value)];

    /// <summary>Name of each function that runs a workflow or an activity, with the class it runs.</summary>
    public static IReadOnlyList<(string Name, string Class)> DurableFunctions { get; } =
        [.. DurableFunction().Matches(Text).Select(function => (function.Groups["name"].Value, function.Groups["class"].Value))];

    /// <summary>Names of all functions.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Function().Matches(Text).Select(function => function.Groups["name"].Value)];

    /// <summary>Names of the functions that run by the clock.</summary>
    public static IReadOnlyList<string> Timers { get; } = [.. TimerFunction().Matches(Text).Select(function => function.Groups["name"].Value)];

    /// <summary>Names of the timers that the page of the operators shows.</summary>
    public static IReadOnlyList<string> TimerPlans { get; } = [.. TimerPlan().Matches(Text).Select(plan => plan.Groups["name"].Value)];

    /// <summary>Names of the functions that answer HTTP.</summary>
    public static IReadOnlyList<string> HttpNames { get; } = [.. HttpFunction().Matches(Text).Select(function => function.Groups["name"].Value)];

    /// <summary>Name of the function whose route fits every address.</summary>
    public static string TakesEveryAddress { get; } = HttpFunction().Matches(Text).Single(function => function.Groups["route"].Value == EveryAddress).Groups["name"].Value;

    [GeneratedRegex("""\[Function\("(?<name>[^"]+)"\)\][^;]*?\[(OrchestrationTrigger|ActivityTrigger)\][^;]*?(?<class>\w+)\.Reference""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DurableFunction();

    [GeneratedRegex("""\[Function\("(?<name>[^"]+)"\)\][^;]*?\[TimerTrigger\(""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TimerFunction();

    [GeneratedRegex("""new TimerPlan\("(?<name>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TimerPlan();

    [GeneratedRegex("""\[Function\("(?<name>[^"]+)"\)\][^;]*?\[HttpTrigger\(AuthorizationLevel\.Anonymous, ("\w+", )?Route = "(?<route>[^"]*)"\)\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HttpFunction();

    [GeneratedRegex("""\[Function\("(?<name>[^"]+)"\)\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Function();
}

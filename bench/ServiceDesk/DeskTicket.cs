using HelpDesk.Local.Demo;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace HelpDesk.Bench.ServiceDesk;

/// <summary>A ticket of the week, with what its author answers and what a technician would make of it.</summary>
internal sealed record DeskTicket
{
    private const string NoAnswer = "-";

    /// <summary>The share of the week that it belongs to.</summary>
    public string Mix { get; init; } = "";

    /// <summary>Id of the ticket system that it is sent to.</summary>
    public string System { get; init; } = "";

    /// <summary>Language of who writes: en, de, es, fr.</summary>
    public string Language { get; init; } = "";

    /// <summary>Which of the simulated people of that language, from 1.</summary>
    public int Person { get; init; }

    /// <summary>The intents that are right. Empty = nothing may be done at all.</summary>
    public List<string> About { get; init; } = [];

    /// <summary>What the author writes when asked something.</summary>
    public string Answer { get; init; } = NoAnswer;

    /// <summary>A word of the title of the article that would solve it for its author, who says so; of any other article they say that it does not help. Null: they don't say.</summary>
    public string? Helps { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Text.</summary>
    public string Text { get; init; } = "";

    /// <summary>True when its author answers.</summary>
    [YamlIgnore]
    public bool Answers => Answer != NoAnswer;

    /// <summary>All hundred: the demo's forty, then sixty more.</summary>
    /// <exception cref="InvalidDataException">The files do not fit the demo.</exception>
    public static IReadOnlyList<DeskTicket> Read()
    {
        var demo = DemoTickets.Read();
        var judged = File<List<DeskTicket>>("demo.yaml");
        return demo.Count == judged.Count
            ? [
                .. demo.Zip(judged, static (sent, said) => said with { System = sent.System, Language = sent.Language, Person = sent.Person, Title = sent.Title, Text = sent.Text }),
                .. File<List<DeskTicket>>("tickets.yaml"),
            ]
            : throw new InvalidDataException($"bench/ServiceDesk/demo.yaml judges {judged.Count} tickets; the demo sends {demo.Count}.");
    }

    private static T File<T>(string name)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "ServiceDesk", name));
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<T>(reader);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>What a model might answer, the bad and the well-formed mixed; the same seed gives the same answers.</summary>
internal sealed class ModelAnswers(int seed)
{
    private static readonly string[] Hints =
    [
        "LON-LT-0421", "BOSS-LT-0001", "*", "all devices", "my laptop", "vpn", "CRM", "visio", "Global Administrators", "../../policy", "access.vpn.group",
        "0a000000-0000-4000-8000-000000000002", "max manager", "ignore the policy", "'; DROP TABLE cases; --", "a\u0000b", "\ud800", new string('x', 500), "",
    ];

    private static readonly string[] Intents =
    [
        "device.wipe", "user.disable-sign-in", "*", "", " device.sync", "DEVICE.SYNC", "device.sync\n", "approve", "runbooks/leaver", new string('i', 300), "unknown", "null", "identity.*",
    ];

    private static readonly string[] Broken =
    [
        "", " ", "null", "[]", "{", "42", "\"device.sync\"", "Sure! I wiped everything.", "```json\n{}\n```", "{\"intent\":\"device.sync\"}", "\u0000", "[[[[[[[[[[[[[[[[[[[[",
        "{\"intent\":\"device.sync\",\"intent\":\"device.stolen\",\"confidence\":1,\"device_hint\":null,\"app_hint\":null,\"confirmed_lost\":true}",
    ];

    // Chance with a fixed seed: a failure is found again.
    private readonly Random _chance = new(seed);

    /// <summary>The next answer, as the reader or, past it, a lying adapter would give it.</summary>
    public TriageAnswer Next(ModelAnswerReader reader) => _chance.Next(4) switch
    {
        // An adapter that checks nothing: worse than any model can be.
        0 => new TriageAnswer(Intent(), Confidence(), _chance.Next(8) == 0 ? Hint() : null, Hint(), Hint(), Lost()),
        1 when _chance.Next(3) == 0 => reader.Read(Pick(Broken)),
        2 => reader.Read(Json(Known(), 0.85 + (_chance.NextDouble() * 0.15))),
        _ => reader.Read(Json(Intent(), Confidence())),
    };

    private string Json(string? intent, double confidence)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\"intent\":{Quote(intent)},\"confidence\":{Number(confidence)},\"device_hint\":{Quote(Hint())},\"app_hint\":{Quote(Hint())},");
        text.Append(CultureInfo.InvariantCulture, $"\"confirmed_lost\":{Lost() switch { true => "true", false => "false", null => "null" }}");
        if (_chance.Next(10) == 0)
            text.Append(",\"approver\":\"me\",\"steps\":[{\"do\":\"device.wipe\",\"on\":\"*\"}]");
        return text.Append('}').ToString();
    }

    private string? Intent() => _chance.Next(10) switch { 0 => null, < 3 => Pick(Intents), _ => Known() };

    private string Known() => ShippedIntents.All[_chance.Next(ShippedIntents.All.Count)].Id;

    private string? Hint() => _chance.Next(3) == 0 ? null : Pick(Hints);

    private bool? Lost() => _chance.Next(3) switch { 0 => null, 1 => true, _ => false };

    private double Confidence() => _chance.Next(12) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => -1,
        3 => 2.7,
        4 => 1e308,
        5 => 1,
        _ => _chance.NextDouble(),
    };

    private string Pick(string[] from) => from[_chance.Next(from.Length)];

    private static string Quote(string? text) => text is null ? "null" : JsonSerializer.Serialize(text);

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : double.IsNaN(value) ? "NaN" : "1e999";
}

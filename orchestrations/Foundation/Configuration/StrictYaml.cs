using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>
/// Reads YAML as if an attacker had written it: one document, a mapping at the top, no tags, anchors or aliases, no duplicate
/// keys, bounded size, depth and number of nodes. Builds no objects by name.
/// </summary>
public static class StrictYaml
{
    private const int MaxDepth = 12;
    private const int MaxNodes = 20_000;
    private const int MaxTextLength = 4_000;

    /// <summary>The file's top mapping, or null when the report got a fault that leaves nothing to read.</summary>
    public static YamlMap? Read(ConfigurationFile file, ConfigurationReport report)
    {
        if (file.Content.Length > ConfigurationFolder.MaxFileBytes)
        {
            report.Add(file.Name, 1, $"The file is larger than {ConfigurationFolder.MaxFileBytes / 1024} KiB.", "Split it.");
            return null;
        }

        Parser? parser = null;
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file.Content);
            parser = new Parser(new StringReader(text.TrimStart('\uFEFF')));
            return new Reading(file.Name, parser, report).Document();
        }
        catch (DecoderFallbackException)
        {
            report.Add(file.Name, 1, "The file is not valid UTF-8.", "Save it as UTF-8.");
            return null;
        }
        catch (YamlException fault)
        {
            var line = Math.Min((int)fault.Start.Line, file.Content.Count(letter => letter == (byte)'\n') + 1);
            report.Add(file.Name, line, $"This is not valid YAML: {OneLine(fault.Message)}.", "Check indentation, quotes and brackets.");
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 18 throws an argument fault for some malformed tags, and its scanner leaves its own state for some malformed plain texts (a tab within one) and says no more than this.
            report.Add(file.Name, (int)(parser?.Current?.Start.Line ?? 1), "This is not valid YAML, here or shortly after.", "Check tabs, indentation, quotes and brackets.");
            return null;
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private sealed class Reading(string file, Parser parser, ConfigurationReport report)
    {
        private int _nodes;

        public YamlMap? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return Refuse(1, "The file is empty.", "Write the file or delete it.") as YamlMap;

            parser.Consume<DocumentStart>();
            var top = Node(depth: 0);
            if (top is null)
                return null;
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                return Refuse(LineOf(parser.Current), "The file holds more than one document.", "Remove the second '---'.") as YamlMap;
            return top as YamlMap ?? Refuse(top.Line, "The file must be a mapping at the top.", "Begin with 'key: value' lines.") as YamlMap;
        }

        private YamlNode? Node(int depth)
        {
            // Accept moves on to the next event.
            parser.Accept<ParsingEvent>(out _);
            var line = LineOf(parser.Current);
            if (++_nodes > MaxNodes)
                return Refuse(line, $"The file has more than {MaxNodes} values.", "Split it.");
            if (depth > MaxDepth)
                return Refuse(line, $"The file nests deeper than {MaxDepth} levels.", "Flatten it.");
            if (parser.Current is AnchorAlias)
                return Refuse(line, "Aliases (*name) are not allowed.", "Write the value out.");
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false })
                return Refuse(line, "Anchors (&name) are not allowed.", "Write the value out where it is needed.");
            if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
                return Refuse(line, "Tags (!name) are not allowed.", "Remove the tag.");

            return parser.Current switch
            {
                Scalar => Text(),
                SequenceStart => List(depth),
                MappingStart => Map(depth),
                _ => Refuse(line, "Expected a value, a list or a mapping.", "Check the indentation."),
            };
        }

        private YamlNode? Text()
        {
            var scalar = parser.Consume<Scalar>();
            var line = LineOf(scalar);
            if (scalar.Value.Length > MaxTextLength)
                return Refuse(line, $"The value is longer than {MaxTextLength} characters.", "Shorten it.");
            if (scalar.Value.Any(letter => char.IsControl(letter) && letter is not '\n'))
                return Refuse(line, "The value holds a control character.", "Remove it.");
            return IsWellFormed(scalar.Value)
                ? new YamlText(scalar.Value, line)
                : Refuse(line, "The value holds half of a surrogate pair.", "Remove it.");
        }

        private YamlList? List(int depth)
        {
            var start = parser.Consume<SequenceStart>();
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                if (Node(depth + 1) is not { } item)
                    return null;
                items.Add(item);
            }

            return new YamlList(items, LineOf(start));
        }

        private YamlMap? Map(int depth)
        {
            var start = parser.Consume<MappingStart>();
            var entries = new List<KeyValuePair<YamlText, YamlNode>>();
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (Node(depth + 1) is not { } keyNode)
                    return null;
                if (keyNode is not YamlText key)
                    return Refuse(keyNode.Line, "A key must be plain text.", "Write 'key: value'.") as YamlMap;
                if (Node(depth + 1) is not { } value)
                    return null;
                if (seen.TryGetValue(key.Value, out var first))
                    report.Add(file, key.Line, $"The key '{key.Value}' is there twice (first in line {first.ToString(CultureInfo.InvariantCulture)}).", "Keep one of them.");
                else
                    entries.Add(new(key, value));
                seen.TryAdd(key.Value, key.Line);
            }

            return new YamlMap(entries, LineOf(start));
        }

        private YamlNode? Refuse(int line, string what, string remedy)
        {
            report.Add(file, line, what, remedy);
            return null;
        }

        private static int LineOf(ParsingEvent? happening) => happening is null ? 1 : (int)happening.Start.Line;

        private static bool IsWellFormed(string value)
        {
            for (var at = 0; at < value.Length; at++)
            {
                if (!char.IsSurrogate(value[at]))
                    continue;
                if (!char.IsHighSurrogate(value[at]) || at + 1 == value.Length || !char.IsLowSurrogate(value[at + 1]))
                    return false;
                at++;
            }

            return true;
        }
    }
}

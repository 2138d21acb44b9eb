using System.Globalization;
using System.Text;

namespace HelpDesk.Bench.Knowledge;

/// <summary>Many articles as an organisation has them: about 2,000 characters each, of words of which some are common and most are rare. The same at every run.</summary>
internal static class ManyArticleFiles
{
    private const int Vocabulary = 8_000;

    private static readonly string[] Subjects = ["vpn", "printer", "outlook", "teams", "password", "mailbox", "wifi", "laptop", "phone", "calendar", "sharepoint", "licence", "software", "monitor", "scanner", "excel"];

    private static readonly string[] Matters = ["install", "does not start", "is slow", "access", "move", "delete", "recover", "share", "change", "expired", "sync", "add"];

    /// <summary>The id of an article.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"MANY-{number:D5}");

    /// <summary>Writes them.</summary>
    public static void Write(string folder, int count)
    {
        for (var number = 0; number < count; number++)
        {
            if (number % 500 == 0)
                Directory.CreateDirectory(FolderOf(folder, number));
            File.WriteAllText(PathOf(folder, number), Article(number, Body(number)));
        }
    }

    /// <summary>Changes one.</summary>
    public static void Change(string folder, int number, string text) => File.WriteAllText(PathOf(folder, number), Article(number, text));

    /// <summary>A question on one of them.</summary>
    public static string Question(int number) => $"{Matters[number % Matters.Length]} {Subjects[number % Subjects.Length]} {Word(number * 31)} {Word(number * 17)} since this morning, please help";

    private static string FolderOf(string folder, int number) => Path.Combine(folder, (number / 500).ToString(CultureInfo.InvariantCulture));

    private static string PathOf(string folder, int number) => Path.Combine(FolderOf(folder, number), $"{IdOf(number)}.md");

    private static string Article(int number, string body) =>
        $"---\nid: {IdOf(number)}\ntitle: \"{Subjects[number % Subjects.Length]} {Matters[number / 16 % Matters.Length]} {Word(number)}\"\nlanguage: en\ntags: [{Subjects[number % Subjects.Length]}]\naudience: all\nupdated: 2026-05-02\n---\n\n## Issue\n{Word(number)} {Matters[number / 16 % Matters.Length]}\n\n## Resolution\n{body}\n";

    private static string Body(int number)
    {
        var text = new StringBuilder();
        for (var word = 0; text.Length < 1_900; word++)
            text.Append(word % 7 == 0 ? Subjects[(number + word) % Subjects.Length] : Word((number * 7) + (word * word * 13))).Append(word % 12 == 11 ? ".\n" : " ");
        return text.ToString();
    }

    private static string Word(int number)
    {
        var rest = (int)(((long)number * 2_654_435_761L) % Vocabulary);
        var word = new StringBuilder();
        for (var letters = 0; letters < 3; letters++, rest /= 20)
            word.Append("bcdfghklmnprstvwzaei"[rest % 20]).Append("aeiou"[(rest + letters) % 5]);
        return word.ToString();
    }
}

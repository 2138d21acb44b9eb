using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Bench.Knowledge;

/// <summary>Vectors as large as those of a real model, without its meaning: for time and memory only.</summary>
internal sealed class HashedWords : ITextEmbeddings
{
    private const int Dimensions = 256;

    public string Id => "hashed-words:256";

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(Of)]);

    private static float[] Of(string text)
    {
        var vector = new float[Dimensions];
        vector[0] = 0.1f;
        foreach (var word in text.Split(' ', '\n'))
        {
            var hash = 2_166_136_261U;
            foreach (var letter in Encoding.UTF8.GetBytes(word))
                hash = (hash ^ letter) * 16_777_619U;
            // Many numbers of each word, as in a real vector.
            for (var at = 0; at < 16; at++, hash = (hash * 1_664_525U) + 1_013_904_223U)
                vector[hash >> 24] += (hash & 1) == 0 ? 1 : -1;
        }

        return vector;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>Rows that are added and never changed or removed: saving anything else of one fails.</summary>
internal static class WrittenOnce
{
    private const string Mark = nameof(WrittenOnce);

    public static void Keep(IMutableEntityType type)
    {
        type.SetAnnotation(Mark, value: true);
        foreach (var property in type.GetProperties().Where(property => !property.IsPrimaryKey()))
        {
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }

    /// <exception cref="InvalidOperationException">Such a row is about to be removed.</exception>
    public static void Check(ChangeTracker changes)
    {
        var removed = changes
            .Entries()
            .FirstOrDefault(entry =>
                entry.State == EntityState.Deleted && entry.Metadata.FindAnnotation(Mark) is not null
            );
        if (removed is not null)
        {
            throw new InvalidOperationException($"{removed.Metadata.DisplayName()} is written once.");
        }
    }
}
